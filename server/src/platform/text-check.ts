import { Refusal } from '@zhitong/domain/refusal';

/**
 * PostgreSQL holds every character but U+0000, and no half of a surrogate pair. Such a text comes from a broken copy, never
 * from a keyboard: it is refused with the name of its field, before anything is written.
 */
export function refuseUnstorableText(...values: readonly unknown[]): void {
  const fields = values.flatMap((value) => [...unstorable(value, '')]);
  if (fields.length > 0)
    throw new Refusal('platform.invalid-input', { count: fields.length, fields: fields.join(', ') });
}

function* unstorable(value: unknown, path: string): Generator<string> {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) yield path;
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* unstorable(inner, path === '' ? key : `${path}.${key}`);
  }
}
