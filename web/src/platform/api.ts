import type { Endpoint } from '@zhitong/contract/endpoint';
import { refusalReply } from '@zhitong/contract/values';
import type { z } from 'zod';
import { isIdle } from './activity.ts';
import { noteAway } from './away.ts';
import { now } from './clock.ts';
import { displayStore } from './display.ts';
import { currentPost } from './post.ts';

/** The server said no, in a sentence for the reader. */
export class RefusedError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;

  constructor(status: number, reply: z.infer<typeof refusalReply>) {
    super(reply.message);
    this.name = 'RefusedError';
    this.status = status;
    this.code = reply.code;
    this.details = reply.details;
    this.requestId = reply.requestId;
  }
}

/** No answer, or one that is not ours. `reference` is what the person can quote. */
export class FailedError extends Error {
  readonly reference: string;

  constructor(reference: string, options?: ErrorOptions) {
    super('failed', options);
    this.name = 'FailedError';
    this.reference = reference;
  }
}

type Given<Key extends string, Schema extends z.ZodType> = [Schema] extends [z.ZodUndefined]
  ? { readonly [K in Key]?: never }
  : { readonly [K in Key]: z.input<Schema> };

export type CallInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = Given<
  'params',
  Params
> &
  Given<'query', Query> &
  Given<'body', Body> & { readonly signal?: AbortSignal };

/** Calls an endpoint of the contract and parses what comes back. */
export async function call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  input: CallInput<P, Q, B>,
): Promise<z.output<R>> {
  return answerOf(endpoint, await send(endpoint.method, addressOf(endpoint.path, input), input));
}

/** Sends a form with a file; `input` fills the places of the address. */
export async function sendForm<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  form: FormData,
  input: { readonly params?: unknown } = {},
): Promise<z.output<R>> {
  return answerOf(endpoint, await send(endpoint.method, addressOf(endpoint.path, input), { form }));
}

async function answerOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  response: Response,
): Promise<z.output<R>> {
  noteAway(response.status === 503, now());
  const reply: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusedOr(response, reply);
  const parsed = endpoint.reply.safeParse(reply);
  if (!parsed.success) throw new FailedError(`${endpoint.tag}-${response.status}`, { cause: parsed.error });
  return parsed.data;
}

async function send(
  method: string,
  address: string,
  input: { body?: unknown; form?: FormData; signal?: AbortSignal },
): Promise<Response> {
  const post = currentPost();
  try {
    return await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': displayStore.get().language,
        ...(post && { 'x-zhitong-post': post }),
        ...(isIdle() && { 'x-zhitong-idle': '1' }),
        ...(input.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
      ...(input.form && { body: input.form }),
      ...(input.signal && { signal: input.signal }),
    });
  } catch (cause) {
    if (input.signal?.aborted) throw cause;
    throw new FailedError('', { cause });
  }
}

function refusedOr(response: Response, reply: unknown): Error {
  const refusal = refusalReply.safeParse(reply);
  if (!refusal.success) return new FailedError(String(response.status));
  if (response.status >= 500 && response.status !== 503) return new FailedError(refusal.data.requestId);
  return new RefusedError(response.status, refusal.data);
}

function addressOf(path: string, input: { params?: unknown; query?: unknown }): string {
  const params = new Map(Object.entries(input.params ?? {}));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params.get(name) ?? '')));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const search = query.toString();
  return search ? `${filled}?${search}` : filled;
}
