import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const testClient = { clientId: 'zhitong', clientSecret: 'a secret of the tests, long enough' };
const redirect = 'http://localhost/api/session/single-sign-on/callback';

export interface TestProvider {
  readonly issuer: string;
  /** Whoever comes next to sign in at the provider, and what it then says of them. */
  setPerson(claims: Readonly<Record<string, unknown>>): void;
  /** Follows the browser from an address of the provider until it is sent back to us; answers that address. */
  visit(address: string): Promise<URL>;
  close(): Promise<void>;
}

/** A real OpenID provider on this machine, as an operator would run one. It signs in whom the test names. */
export async function startTestProvider(): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  let person: Readonly<Record<string, unknown>> = {};
  const provider = new Provider(issuer, {
    clients: [{ client_id: testClient.clientId, client_secret: testClient.clientSecret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], profile: ['preferred_username', 'name'], email: ['email', 'email_verified'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...person, sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({ clientId: testClient.clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: subjectOf(person) } });
  });
  return {
    issuer,
    setPerson: (claims) => {
      person = claims;
    },
    visit: (address) => follow(address, issuer),
    close: () => stop(server),
  };
}

/** One subject a name, unless the test says who it is. */
function subjectOf({ sub, preferred_username: name }: Readonly<Record<string, unknown>>): string {
  return String(sub ?? `subject of ${String(name ?? '').toLowerCase()}`);
}

/** A browser with a cookie jar that stops where it would leave the provider. */
async function follow(address: string, issuer: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  for (let hops = 0; hops < 10 && next.href.startsWith(issuer); hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = reply.headers.get('location');
    if (location === null)
      throw new Error(`the provider stopped at ${next.href}: ${reply.status} ${await reply.text()}`);
    next = new URL(location, next);
  }
  return next;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => {
    server.close(() => done());
  });
}
