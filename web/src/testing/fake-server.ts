import type { Endpoint } from '@zhitong/contract/endpoint';
import { afterEach, vi } from 'vitest';
import type { z } from 'zod';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Answer = (asked: Asked) => { readonly status: number; readonly body: unknown } | Promise<never>;

interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly answer: Answer;
}

/** Stands where the network would be, and nowhere else: answers are checked against the contract, questions are kept. */
export class FakeServer {
  readonly asked: Asked[] = [];
  readonly #routes: Route[] = [];

  /** Answers an endpoint; a later answer replaces an earlier one. */
  answer<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    endpoint: Endpoint<P, Q, B, R>,
    reply: z.input<R>,
  ): this {
    return this.#add(endpoint, () => ({
      status: endpoint.status,
      body: endpoint.reply.parse(reply),
    }));
  }

  refuse(
    endpoint: { method: string; path: string },
    status: number,
    refusal: { code: string; message: string; details?: object },
  ): this {
    return this.#add(endpoint, () => ({ status, body: { details: {}, requestId: 'A1B2C3D4', ...refusal } }));
  }

  /** The network breaks. */
  fail(endpoint: { method: string; path: string }): this {
    return this.#add(endpoint, () => Promise.reject(new TypeError('network')));
  }

  /** Never answers. */
  hang(endpoint: { method: string; path: string }): this {
    return this.#add(endpoint, () => new Promise<never>(() => undefined));
  }

  questions(endpoint: { method: string; path: string }): readonly Asked[] {
    const pattern = patternOf(endpoint.path);
    return this.asked.filter(({ method, path }) => method === endpoint.method && pattern.test(path));
  }

  async fetch(address: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const url = new URL(String(address), 'http://localhost');
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const asked = { method, path: url.pathname, query: url.searchParams, body };
    this.asked.push(asked);
    const route = this.#routes.findLast((row) => row.method === method && row.pattern.test(url.pathname));
    if (!route) throw new TypeError(`nobody answers ${method} ${url.pathname}`);
    const answer = await route.answer(asked);
    return Response.json(answer.body, { status: answer.status });
  }

  #add(endpoint: { method: string; path: string }, answer: Answer): this {
    this.#routes.push({ method: endpoint.method, pattern: patternOf(endpoint.path), answer });
    return this;
  }
}

/** A server for one test; the real fetch comes back afterwards. */
export function startFakeServer(): FakeServer {
  const server = new FakeServer();
  vi.stubGlobal('fetch', (address: string | URL | Request, init?: RequestInit) => server.fetch(address, init));
  return server;
}

afterEach(() => vi.unstubAllGlobals());

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
}
