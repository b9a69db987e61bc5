import { z } from 'zod';
import { openText, sealText, signText } from '#platform/sealed-text';

/** What opens a channel: its whole address, and the key of its robot or webhook. */
export interface ChannelKey {
  readonly address: string;
  /** empty: none */
  readonly key: string;
}

const channelKey = z.object({ address: z.string(), key: z.string() });

export function sealChannelKey(key: ChannelKey, secret: string): string {
  return sealText(JSON.stringify({ address: key.address, key: key.key }), secret, 'notice-channel');
}

/** Undefined when it was sealed by an installation with another secret. */
export function openChannelKey(sealed: string, secret: string): ChannelKey | undefined {
  const text = openText(sealed, secret, 'notice-channel');
  return text === undefined ? undefined : channelKey.parse(JSON.parse(text));
}

/** The mark by which channels with one address are known as one robot. */
export const robotOf = (address: string, secret: string): string => signText(address, secret, 'notice-channel');
