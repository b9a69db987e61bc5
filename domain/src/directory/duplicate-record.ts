import { creditCodeCheckDigit } from './credit-code.ts';
import { readCreditCode } from './credit-code-reading.ts';
import { type AddressKey, readAddress } from './duplicate-address.ts';
import { type NameParts, readName } from './name-parts.ts';
import { codeStem, type PlaceNames } from './name-places.ts';

/** What is known of an organisation when it is compared. */
export interface IdentityFacts {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly creditCode: string | null;
  readonly addresses: readonly string[];
  readonly region: string | null;
}

/** The same, taken apart once so that a record can be compared with thousands. */
export interface IdentityRecord {
  readonly id: string;
  readonly facts: IdentityFacts;
  readonly name: NameParts;
  readonly shortName: NameParts | undefined;
  /** as read; `valid` when its check digit is right */
  readonly code: { readonly text: string; readonly valid: boolean } | undefined;
  readonly addresses: readonly AddressKey[];
  readonly region: string | undefined;
}

export function newIdentityRecord(facts: IdentityFacts, places: PlaceNames): IdentityRecord {
  const reading = facts.creditCode === null ? undefined : readCreditCode(facts.creditCode);
  const text = reading?.kind === 'code' ? reading.code : undefined;
  return {
    id: facts.id,
    facts,
    name: readName(facts.name, places),
    shortName: facts.shortName === null || facts.shortName === '' ? undefined : readName(facts.shortName, places),
    code: text === undefined ? undefined : { text, valid: creditCodeCheckDigit(text.slice(0, 17)) === text[17] },
    addresses: facts.addresses.map(readAddress).filter((address) => address !== undefined),
    region: facts.region === null ? undefined : codeStem(facts.region),
  };
}
