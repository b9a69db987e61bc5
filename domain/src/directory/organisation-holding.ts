import { Refusal } from '../refusal.ts';
import type { CapabilityKind } from './organisation-fact.ts';

/** A machine, a process or a capacity, in the firm's own words. */
export interface Capability {
  readonly kind: CapabilityKind;
  readonly name: string;
  /** how many, how much, of which make */
  readonly detail: string | null;
}

export interface HeldCertificate {
  readonly name: string;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** More than this is no longer a page somebody reads. */
export const mostHoldings = 200;

/** Blanks are nothing; the same machine is not entered twice. `others`: what is registered beside it. */
export function decideCapability(given: Capability, others: readonly Capability[]): Capability {
  const decided = { kind: given.kind, name: named(given.name), detail: tidy(given.detail) };
  refuseMany(others.length);
  const twin = others.find(
    ({ kind, name, detail }) => kind === decided.kind && name === decided.name && detail === decided.detail,
  );
  if (twin) throw new Refusal('organisations.holding-twice', { name: decided.name });
  return decided;
}

/** A certificate ends after it begins, and one name with one number is registered once. */
export function decideCertificate(given: HeldCertificate, others: readonly HeldCertificate[]): HeldCertificate {
  const { validFrom, validUntil } = given;
  const name = named(given.name);
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom)
    throw new Refusal('organisations.certificate-dates', { name });
  const decided = { name, number: tidy(given.number), issuer: tidy(given.issuer), validFrom, validUntil };
  refuseMany(others.length);
  const twin = others.find((other) => other.name === name && other.number === decided.number);
  if (twin) throw new Refusal('organisations.holding-twice', { name });
  return decided;
}

/** A former name is another than the present one. */
export function decideFormerName(given: string, present: string): string {
  const name = tidy(given) ?? '';
  if ([...name].length < 2) throw new Refusal('organisations.name-missing');
  if (name === present) throw new Refusal('organisations.former-name-present', { name });
  return name;
}

function named(text: string): string {
  const name = tidy(text);
  if (name === null) throw new Refusal('organisations.holding-name');
  return name;
}

function refuseMany(count: number): void {
  if (count >= mostHoldings) throw new Refusal('organisations.too-many', { count: mostHoldings });
}

function tidy(text: string | null): string | null {
  const trimmed = text?.replace(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
