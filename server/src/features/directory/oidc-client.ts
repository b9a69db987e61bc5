import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { StartFailure } from '#platform/start-failure';
import type { Subject } from './oidc-subject-store.ts';

export interface SingleSignOn {
  /** the words on the button */
  readonly name: string;
  readonly claim: string;
  readonly provider: Configuration;
}

interface SignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly claim: string;
}

/** Asks the provider who it is, at start: a wrong address is told now, not to the first person who presses the button. */
export async function openSingleSignOn(settings: SignOnSettings): Promise<SingleSignOn> {
  const { issuer, clientId, clientSecret, name, claim } = settings;
  const onThisMachine = issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : {};
  try {
    const options = { ...onThisMachine, timeout: 10 };
    const provider = await discovery(new URL(issuer), clientId, clientSecret, undefined, options);
    return { name, claim, provider };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartFailure(
      `Single sign-on: ${issuer} does not answer as an OpenID provider (${reason}). Check ZHITONG_OIDC_ISSUER and that it can be reached from here, or unset the ZHITONG_OIDC_ settings.`,
      { cause },
    );
  }
}

/** What must be known again when the browser comes back. */
export interface SignOnTicket {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
}

/** Where to send the browser. State, nonce and PKCE tie the answer to this browser and this try. */
export async function beginSignOn(
  { provider }: SingleSignOn,
  redirect: { readonly uri: string; readonly back: string },
) {
  const ticket = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    back: redirect.back,
  };
  const address = buildAuthorizationUrl(provider, {
    redirect_uri: redirect.uri,
    scope: 'openid profile email',
    state: ticket.state,
    nonce: ticket.nonce,
    code_challenge: await calculatePKCECodeChallenge(ticket.verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, ticket };
}

/** Whom the provider vouches for, and the user name it gives; undefined when it names none. */
export interface Vouched extends Subject {
  readonly name: string;
}

/** Throws where the answer does not belong to the ticket. */
export async function finishSignOn(
  { provider, claim }: SingleSignOn,
  answer: URL,
  { state, nonce, verifier }: SignOnTicket,
): Promise<Vouched | undefined> {
  const tokens = await authorizationCodeGrant(provider, answer, {
    ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
  });
  const claims = tokens.claims();
  if (!claims) return undefined;
  const { iss: issuer, sub: subject } = claims;
  const asks = provider.serverMetadata().userinfo_endpoint !== undefined;
  const told = readClaim(claims, claim);
  const name =
    told ?? (asks ? readClaim(await fetchUserInfo(provider, tokens.access_token, subject), claim) : undefined);
  return name === undefined ? undefined : { issuer, subject, name };
}

/** An address nobody has proved to own vouches for nobody. */
function readClaim(claims: Readonly<Record<string, unknown>>, claim: string): string | undefined {
  if (claim === 'email' && claims.email_verified !== true) return undefined;
  const value = claims[claim];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
