import { networkOf } from '@zhitong/domain/directory/lock-out';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyInstance } from 'fastify';
import { isApiPath } from './request-path.ts';
import type { ReadViewer } from './route.ts';

/** Requests to /api a minute. An office of some hundred people stands behind one address; a person clicks, a script does not. */
export interface RequestRates {
  readonly address: number;
  readonly account: number;
}
export const usualRates: RequestRates = { address: 12_000, account: 1_200 };

const minute = 60_000;
const keysAtMost = 50_000;

/** A bucket a key: it fills up steadily, and a burst empties it. */
export class RateLimit {
  readonly #perMinute: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Takes one; answers how many seconds to wait, 0 when there was one. */
  take(key: string, now: number): number {
    const perMinute = this.#perMinute;
    const bucket = this.#buckets.get(key) ?? { left: perMinute, at: now };
    const left = Math.min(perMinute, bucket.left + (Math.max(0, now - bucket.at) / minute) * perMinute);
    // in the order of last use: whoever comes with ever new keys makes us forget the one that was quiet longest, never grow
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    this.#forget();
    return left >= 1 ? 0 : Math.ceil(((1 - left) / perMinute) * 60);
  }

  #forget(): void {
    if (this.#buckets.size <= keysAtMost) return;
    const [quietest] = this.#buckets.keys();
    if (quietest !== undefined) this.#buckets.delete(quietest);
  }
}

interface Limiting {
  readonly rates: RequestRates;
  readonly now: () => Date;
}

/** Before anything is looked at: so many requests of one address to /api, whoever sends them. */
export function limitAddresses(app: FastifyInstance, { rates, now }: Limiting): void {
  const limit = new RateLimit(rates.address);
  app.addHook('onRequest', (request, reply, done) => {
    const seconds = isApiPath(request.url) ? limit.take(networkOf(request.ip), now().getTime()) : 0;
    if (seconds > 0) reply.header('retry-after', seconds);
    done(seconds > 0 ? new Refusal('platform.too-many-requests', { seconds }) : undefined);
  });
}

/** So many requests of one person, from however many addresses and sessions. */
export function limitAccounts(readViewer: ReadViewer, { rates, now }: Limiting): ReadViewer {
  const limit = new RateLimit(rates.account);
  return async (request) => {
    const viewer = await readViewer(request);
    const seconds = viewer === null ? 0 : limit.take(viewer.userId, now().getTime());
    if (seconds > 0) throw new Refusal('platform.too-many-requests', { seconds });
    return viewer;
  };
}
