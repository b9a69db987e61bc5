import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the secret is used for; each use has a key of its own, so that nothing sealed for one opens for another. */
export type SealPurpose = 'second-factor' | 'single-sign-on' | 'device' | 'recovery-code' | 'notice-channel';

const version = 'v1';

/** Hides a short text (AES-256-GCM) from whoever reads the database or a cookie. */
export function sealText(text: string, secret: string, purpose: SealPurpose): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [
    version,
    nonce.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    hidden.toString('base64url'),
  ].join('.');
}

/** Undefined when it was sealed with another secret, for another purpose, or touched. */
export function openText(sealed: string, secret: string, purpose: SealPurpose): string | undefined {
  const [found, nonce = '', tag = '', hidden = ''] = sealed.split('.');
  if (found !== version) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), Buffer.from(nonce, 'base64url'));
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(hidden, 'base64url')), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** A fingerprint that cannot be guessed back or forged without the secret. */
export function signText(text: string, secret: string, purpose: SealPurpose): string {
  return createHmac('sha256', keyFor(secret, purpose)).update(text).digest('base64url');
}

export function isSignedText(text: string, signature: string, by: { secret: string; purpose: SealPurpose }): boolean {
  const right = Buffer.from(signText(text, by.secret, by.purpose));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given);
}

function keyFor(secret: string, purpose: SealPurpose): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'zhitong', purpose, 32));
}
