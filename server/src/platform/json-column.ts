/**
 * Reads a jsonb column as what its writer put there. The value was checked by a contract or made by the domain when it was
 * written, and the app role is the only writer: this is the one place where the house trusts that.
 */
export function jsonColumn<T>(value: unknown): T {
  return value as T;
}

/** A text column that a check constraint keeps to a closed list. */
export function wordColumn<T extends string>(value: string): T {
  return value as T;
}
