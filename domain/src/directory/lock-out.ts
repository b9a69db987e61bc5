/** What is remembered about one thing that is guessed at: an account, a device, an address, a second factor. */
export interface Guesses {
  readonly wrong: number;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
}

export interface LockOutPolicy {
  /** wrong tries that cost nothing but the try */
  readonly free: number;
  readonly firstSeconds: number;
  readonly mostSeconds: number;
  /** after this long without a try, counted from the end of a lock, everything is forgotten */
  readonly quietSeconds: number;
}

export type GuessClaim =
  | { readonly kind: 'allowed'; readonly after: Guesses }
  | { readonly kind: 'locked'; readonly until: Date; readonly wrong: number };

const minute = 60;

/** Somebody who mistypes waits five minutes; somebody who guesses on waits up to an hour for each further try. */
export const accountLockOut: LockOutPolicy = {
  free: 5,
  firstSeconds: 5 * minute,
  mostSeconds: 60 * minute,
  quietSeconds: 120 * minute,
};

/** A whole firm may sit behind one address, so more is free and the longest wait is shorter. */
export const addressLockOut: LockOutPolicy = {
  free: 100,
  firstSeconds: 30,
  mostSeconds: 15 * minute,
  quietSeconds: 60 * minute,
};

/**
 * Counts a try before it is looked at, so that a hundred tries at once are still a hundred tries. The last free try already
 * sets the lock; a right answer takes it away again.
 */
export function claimGuess(before: Guesses | undefined, now: Date, policy: LockOutPolicy): GuessClaim {
  const known = before && !isForgotten(before, now, policy) ? before : undefined;
  if (known?.lockedUntil && known.lockedUntil > now)
    return { kind: 'locked', until: known.lockedUntil, wrong: known.wrong };
  const wrong = (known?.wrong ?? 0) + 1;
  const delay = delaySeconds(wrong, policy);
  const lockedUntil = delay > 0 ? new Date(now.getTime() + delay * 1000) : null;
  return { kind: 'allowed', after: { wrong, lastAt: now, lockedUntil } };
}

/** Takes one claimed try back, where the answer was right but others share what is counted (an address). */
export function returnGuess(claimed: Guesses, policy: LockOutPolicy): Guesses {
  const wrong = Math.max(0, claimed.wrong - 1);
  return { ...claimed, wrong, lockedUntil: delaySeconds(wrong, policy) > 0 ? claimed.lockedUntil : null };
}

/** How long one waits after so many wrong tries: nothing, then doubling up to the most. */
export function delaySeconds(wrong: number, { free, firstSeconds, mostSeconds }: LockOutPolicy): number {
  if (wrong < free) return 0;
  // beyond 30 doublings every wait is longer than the most
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(wrong - free, 30));
}

function isForgotten({ lastAt, lockedUntil }: Guesses, now: Date, { quietSeconds }: LockOutPolicy): boolean {
  const since = Math.max(lastAt.getTime(), lockedUntil?.getTime() ?? 0);
  return now.getTime() >= since + quietSeconds * 1000;
}

/**
 * The network an address is counted by. Whoever holds one IPv6 address holds the 64 bits behind it too; an IPv4 address written
 * as IPv6 is the IPv4 address.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
