import type { AnyEndpoint } from '@zhitong/contract/endpoint';
import type { BrowserContext } from 'playwright-core';

interface CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The same call the page of this person would make, with its cookies; whatever the answer is. */
export async function callApi(
  context: BrowserContext,
  endpoint: Pick<AnyEndpoint, 'method' | 'path'>,
  { params = {}, query = {}, body }: CallOptions = {},
): Promise<ApiAnswer> {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(query).toString();
  const answer = await context.request.fetch(search ? `${path}?${search}` : path, {
    method: endpoint.method,
    headers: { 'accept-language': 'zh' },
    ...(body !== undefined && { data: body }),
  });
  return { status: answer.status(), body: await answer.json() };
}

/** The same, where anything but the promised answer is a mistake of the journey. */
export async function askApi<Endpoint extends AnyEndpoint>(
  context: BrowserContext,
  endpoint: Endpoint,
  options: CallOptions = {},
): Promise<ReturnType<Endpoint['reply']['parse']>> {
  const { status, body } = await callApi(context, endpoint, options);
  if (status !== endpoint.status) throw new Error(`${endpoint.path} answered ${status}: ${JSON.stringify(body)}`);
  return endpoint.reply.parse(body) as ReturnType<Endpoint['reply']['parse']>;
}
