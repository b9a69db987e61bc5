import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a link opens, to whom, until when, and what for (the trail says it when the link is used). */
export interface LinkFacts {
  /** e.g. `file:<id>`: a link for one thing opens no other */
  readonly what: string;
  /** the person it was made for */
  readonly reader: string;
  readonly until: Date;
  readonly why: string;
}

export type LinkReading =
  | { readonly kind: 'good'; readonly facts: LinkFacts }
  | { readonly kind: 'expired' }
  | { readonly kind: 'wrong' };

/** No link lives longer than this, whatever its maker asks. */
export const longestLink = 5 * 60_000;

const signed = z.object({ what: z.string(), reader: z.string(), until: z.number(), why: z.string() });

/** A link for reading: bound to its reader, worthless after minutes. What acts (an invitation) is kept and used up in the database. */
export function signLink(secret: string, { until, ...facts }: LinkFacts): string {
  const text = Buffer.from(JSON.stringify({ ...facts, until: until.getTime() })).toString('base64url');
  return `${text}.${seal(secret, text).toString('base64url')}`;
}

export interface LinkUse {
  readonly what: string;
  readonly reader: string;
  readonly now: Date;
}

/** Forged, bent, somebody else's and for something else read alike: `wrong`. */
export function readLink(secret: string, link: string, { what, reader, now }: LinkUse): LinkReading {
  const [text = '', mac = ''] = link.split('.', 2);
  const given = Buffer.from(mac, 'base64url');
  const expected = seal(secret, text);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return { kind: 'wrong' };
  const { until, ...facts } = signed.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  if (facts.what !== what || facts.reader !== reader) return { kind: 'wrong' };
  const left = until - now.getTime();
  if (left <= 0 || left > longestLink) return { kind: 'expired' };
  return { kind: 'good', facts: { ...facts, until: new Date(until) } };
}

function seal(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update('signed-link\n').update(text).digest();
}
