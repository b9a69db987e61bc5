/**
 * Purpose: a short name for a text that is the same on every machine and in every run; not for secrets.
 * Ensures: 16 hexadecimal digits; over a million different texts, two equal ones happen with a chance below 1 in 10 million.
 * Cost: O(length). Two 32-bit FNV-1a walks over the UTF-16 units with different starts, each finished by the mixer of MurmurHash3.
 */
export function textHash(text: string): string {
  return half(text, 0x811c9dc5) + half(text, 0x9747b28c);
}

function half(text: string, start: number): string {
  let hash = start;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8) ^ (hash >>> 15), 0x01000193);
  }
  return mix(hash ^ text.length)
    .toString(16)
    .padStart(8, '0');
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
