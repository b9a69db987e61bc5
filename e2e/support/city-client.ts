import { signIn } from '@zhitong/contract/directory/session-contract';
import type { AnyEndpoint } from '@zhitong/contract/endpoint';
import { demoPassword } from './browser.ts';
import type { RunningProduct } from './product.ts';

interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** a form with a file, instead of a body */
  readonly form?: FormData;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Somebody who is signed in, without a browser: for what happens while no page is looked at. */
export interface CityClient {
  call(endpoint: Pick<AnyEndpoint, 'method' | 'path'>, call?: Call, language?: 'zh' | 'en'): Promise<Answer>;
  /** the same, where anything but the promised answer is a mistake of the journey */
  ask<Endpoint extends AnyEndpoint>(endpoint: Endpoint, call?: Call): Promise<ReturnType<Endpoint['reply']['parse']>>;
}

export async function clientOf({ url }: Pick<RunningProduct, 'url'>, username: string): Promise<CityClient> {
  const client = clientWith(url, '');
  const answer = await client.sign({ username, password: demoPassword });
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return clientWith(url, cookie.join('; '));
}

/** Nobody yet: what the sign-in itself answers. */
export async function signInAnswer(url: string, username: string, language: 'zh' | 'en' = 'zh'): Promise<Answer> {
  const reply = await clientWith(url, '').sign({ username, password: demoPassword }, language);
  return { status: reply.status, body: await reply.json() };
}

function clientWith(url: string, cookie: string) {
  const headers = { origin: url, ...(cookie && { cookie }) };
  const call: CityClient['call'] = async (endpoint, { params = {}, query = {}, body, form } = {}, language = 'zh') => {
    const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
    const answer = await fetch(`${url}${path}?${new URLSearchParams(query)}`, {
      method: endpoint.method,
      headers: {
        ...headers,
        'accept-language': language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(form ? { body: form } : body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const ask: CityClient['ask'] = async (endpoint, options) => {
    const { status, body } = await call(endpoint, options);
    if (status !== endpoint.status) throw new Error(`${endpoint.path} answered ${status}: ${JSON.stringify(body)}`);
    return endpoint.reply.parse(body) as ReturnType<typeof endpoint.reply.parse> as never;
  };
  const sign = (body: object, language = 'zh') =>
    fetch(`${url}${signIn.path}`, {
      method: signIn.method,
      headers: { ...headers, 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
    });
  return { call, ask, sign };
}

export function fileForm(name: string, content: Uint8Array | string, fields: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  return form;
}
