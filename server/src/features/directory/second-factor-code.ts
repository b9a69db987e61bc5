import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { signText } from '#platform/sealed-text';

/** What authenticator apps expect (RFC 6238 with its defaults): SHA-1, six digits, thirty seconds. */
const shape = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** a phone's clock may be off by one step in either direction */
const driftSteps = 1;

export function newFactorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the picture for the phone contains. */
export function factorAddress(secret: string, username: string): string {
  return new TOTP({ ...shape, issuer: '直通', label: username, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step a code belongs to, so that it can be taken once; undefined for a wrong code. */
export function stepOfCode(code: string, secret: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...shape, secret: Secret.fromBase32(secret) });
  const drift = totp.validate({ token: code, timestamp, window: driftSteps });
  return drift === null ? undefined : stepAt(now) + drift;
}

/** The first code that is good now and comes after the last one taken. */
export function codeAfter(lastStep: number, secret: string, now: Date): string {
  const step = Math.min(Math.max(stepAt(now), lastStep + 1), stepAt(now) + driftSteps);
  const totp = new TOTP({ ...shape, secret: Secret.fromBase32(secret) });
  return totp.generate({ timestamp: step * shape.period * 1000 });
}

function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / shape.period);
}

const recoveryLetters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const recoveryCount = 10;
const recoveryLength = 12;

/** Ten codes to write down, `ABCD-EFGH-JKMN`; without letters that look like others. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: recoveryCount }, () =>
    Array.from({ length: recoveryLength }, () => recoveryLetters[randomInt(recoveryLetters.length)])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
}

/** Codes are kept as fingerprints only; one may be typed in any case, with or without the strokes. */
export function recoveryHash(code: string, secret: string): string {
  return signText(code.toUpperCase().replace(/[^A-Z0-9]/g, ''), secret, 'recovery-code');
}
