import { hasValidCheckDigit } from './credit-code.ts';
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

/** As read; `valid` when its check digit is right. Of nine or of seventeen characters when that is all there is. */
export interface IdentityCode {
  readonly text: string;
  readonly valid: boolean;
}

/** The same, taken apart once so that a record can be compared with thousands. */
export interface IdentityRecord {
  readonly id: string;
  readonly facts: IdentityFacts;
  readonly name: NameParts;
  readonly shortName: NameParts | undefined;
  readonly code: IdentityCode | undefined;
  readonly addresses: readonly AddressKey[];
  readonly region: string | undefined;
}

export function newIdentityRecord(facts: IdentityFacts, places: PlaceNames): IdentityRecord {
  return {
    id: facts.id,
    facts,
    name: readName(facts.name, places),
    shortName: facts.shortName === null || facts.shortName === '' ? undefined : readName(facts.shortName, places),
    code: facts.creditCode === null ? undefined : readCode(facts.creditCode),
    addresses: facts.addresses.map(readAddress).filter((address) => address !== undefined),
    region: facts.region === null ? undefined : codeStem(facts.region),
  };
}

/** What an import refuses may still tell whom a record means: a code behind its label, an 组织机构代码, a code with a character lost. */
function readCode(written: string): IdentityCode | undefined {
  const bare = written.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '');
  const reading = readCreditCode(bare);
  if (reading.kind === 'code') return { text: reading.code, valid: hasValidCheckDigit(reading.code) };
  const text = bare.toUpperCase();
  return text.length === 9 || text.length === 17 ? { text, valid: false } : undefined;
}
