/** A key that makes repeated sending of the same thing harmless. Works without HTTPS, where randomUUID is absent. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
