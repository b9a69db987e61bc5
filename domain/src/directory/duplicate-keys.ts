import type { IdentityRecord } from './duplicate-record.ts';
import type { NameParts } from './name-parts.ts';

/** What two records of one organisation nearly always share at least one of, as numbers to keep the index small. */
export function blockingKeys({ code, name, shortName, addresses }: IdentityRecord): ReadonlySet<number> {
  const keys: string[] = [];
  // Both ends of a code: one slip of the pen leaves the other end whole.
  if (code !== undefined) keys.push(`c${code.text.slice(0, 13)}`, `d${code.text.slice(9)}`);
  keys.push(...nameKeys(name));
  if (shortName !== undefined) keys.push(...nameKeys(shortName));
  for (const { street, number } of addresses) if (number !== '') keys.push(`a${street.slice(-4)}${number}`);
  return new Set(keys.map(hash));
}

function nameKeys({ core, brand, places, atCounty }: NameParts): readonly string[] {
  const start = core.slice(0, 2);
  const keys = [`n${core}`, `b${brand}`];
  if (atCounty !== undefined) keys.push(`n${atCounty.core}`, `b${atCounty.brand}`);
  // The beginning alone is common (东方, 中国); with a place it narrows down.
  if (start.length === 2) keys.push(`s${start}`, ...places.map(({ word }) => `p${word.slice(0, 2)}${start}`));
  return keys;
}

/** FNV-1a, 32 bits: two keys with one number only mean one comparison more. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  return value | 0;
}
