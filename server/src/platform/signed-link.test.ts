import { describe, expect, it } from 'vitest';
import { longestLink, readLink, signLink } from './signed-link.ts';

const secret = 'a secret of the tests, 32 letters or more';
const now = new Date('2026-11-23T09:00:00+08:00');
const in5 = new Date(now.getTime() + longestLink);
const facts = { what: 'file:1', reader: 'person-1', until: in5, why: 'review' };
const use = { what: 'file:1', reader: 'person-1', now };

describe('a signed link', () => {
  it('opens what it was made for, to whom it was made for, and says why', () => {
    expect(readLink(secret, signLink(secret, facts), use)).toEqual({ kind: 'good', facts });
  });

  it('opens nothing else and to nobody else', () => {
    const link = signLink(secret, facts);
    expect(readLink(secret, link, { ...use, what: 'file:2' })).toEqual({ kind: 'wrong' });
    expect(readLink(secret, link, { ...use, reader: 'person-2' })).toEqual({ kind: 'wrong' });
  });

  it('is worthless after five minutes, whatever its maker wrote into it', () => {
    const link = signLink(secret, facts);
    expect(readLink(secret, link, { ...use, now: new Date(in5.getTime() - 1) }).kind).toBe('good');
    expect(readLink(secret, link, { ...use, now: in5 })).toEqual({ kind: 'expired' });
    const forEver = signLink(secret, { ...facts, until: new Date(now.getTime() + 2 * longestLink) });
    expect(readLink(secret, forEver, use)).toEqual({ kind: 'expired' });
  });

  it('is wrong when one letter of it was changed, or another house signed it', () => {
    const link = signLink(secret, facts);
    const [text = '', mac = ''] = link.split('.');
    const bent = Buffer.from(JSON.stringify({ ...facts, until: in5.getTime(), reader: 'person-2' })).toString(
      'base64url',
    );
    for (const forged of ['', '.', 'x', text, `${text}.`, `.${mac}`, `${bent}.${mac}`, `${text}.${mac}x`.slice(1)])
      expect(readLink(secret, forged, use), forged).toEqual({ kind: 'wrong' });
    expect(readLink('another secret of at least 32 letters', link, use)).toEqual({ kind: 'wrong' });
  });
});
