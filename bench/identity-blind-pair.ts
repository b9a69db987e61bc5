import { drawChance, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { otherStreet, printAddress, type Site, writeAddress } from './identity-blind-addresses.ts';
import { type CodeCare, writeCode } from './identity-blind-codes.ts';
import type { BlindFirm, BlindWorld } from './identity-blind-firms.ts';
import type { EnteredFirm } from './identity-world.ts';

/** Two records of which a person can say with good reason whether they are one organisation. */
export interface BlindPair {
  readonly scenario: string;
  readonly same: boolean;
  /** both records carry a code of some kind */
  readonly coded: boolean;
  readonly known: EnteredFirm;
  readonly entered: EnteredFirm;
}

/**
 * What makes the person sure. `name`: the full names alone. `address`: the code, or else the address, which then stands on both
 * records. `code`: nothing but the code, which then stands on both.
 */
export type Proof = 'name' | 'address' | 'code';

/** A record before it is decided what the sheet leaves out. */
export interface Draft {
  /** the firm as the register has it */
  readonly known: BlindFirm;
  /** the name on the sheet */
  readonly name: string;
  readonly shortName?: string | null;
  readonly proof: Proof;
  readonly care?: CodeCare;
  /** of the second firm; left out: those of the known one */
  readonly code?: string;
  readonly site?: Site;
}

export interface Scenario {
  readonly name: string;
  readonly same: boolean;
  readonly count: number;
  /** undefined: this firm does not lend itself to it */
  readonly draft: (random: SeededRandom, world: BlindWorld, turn: number) => Draft | undefined;
}

/**
 * Which fields a sheet leaves out is drawn alike for both kinds of pairs. A register has nearly every code; a sheet of a department or
 * a list of exhibitors lacks one in three.
 */
const left = {
  knownCode: 0.05,
  code: 0.36,
  knownAddress: 0.08,
  address: 0.35,
  region: 0.4,
  knownShort: 0.3,
  short: 0.75,
};

export function drawPair(random: SeededRandom, scenario: Scenario, draft: Draft): BlindPair {
  const { known, proof } = draft;
  const bare = proof !== 'code';
  const knownCode = bare && drawChance(random, left.knownCode) ? null : known.creditCode;
  const code = bare && drawChance(random, left.code) ? null : (draft.code ?? known.creditCode);
  const coded = knownCode !== null && code !== null;
  const lacking = { certain: proof === 'address' && !coded, same: scenario.same };
  return {
    scenario: scenario.name,
    same: scenario.same,
    coded,
    known: knownRecord(random, draft, { ...lacking, code: knownCode }),
    entered: sheetRecord(random, draft, { ...lacking, code }),
  };
}

interface Lacking {
  readonly code: string | null;
  /** the address must stand there, whole */
  readonly certain: boolean;
  readonly same: boolean;
}

function knownRecord(random: SeededRandom, { known }: Draft, { code, certain }: Lacking): EnteredFirm {
  return {
    id: known.id,
    name: known.name,
    shortName: drawChance(random, left.knownShort) ? null : known.shortName,
    creditCode: code,
    addresses: !certain && drawChance(random, left.knownAddress) ? [] : knownAddresses(random, known.site),
    region: known.site.region,
  };
}

function sheetRecord(random: SeededRandom, draft: Draft, { code, certain, same }: Lacking): EnteredFirm {
  const site = draft.site ?? draft.known.site;
  return {
    id: `${same ? 'again' : 'other'}/${draft.known.id}`,
    name: draft.name,
    shortName: drawChance(random, left.short) ? null : (draft.shortName ?? null),
    creditCode: code === null ? null : writeCode(random, code, draft.care ?? (same ? 'any' : 'readable')),
    addresses: !certain && drawChance(random, left.address) ? [] : [sheetAddress(random, site, certain)],
    region: !certain && drawChance(random, left.region) ? null : regionOf(random, site),
  };
}

/** Some firms stand in the register with the registered and with the working address. */
function knownAddresses(random: SeededRandom, site: Site): readonly string[] {
  const registered = printAddress(site);
  return drawChance(random, 0.15) ? [registered, printAddress(otherStreet(random, site))] : [registered];
}

/** Of ten sheets one or two give the working address, elsewhere in the town. */
function sheetAddress(random: SeededRandom, site: Site, certain: boolean): string {
  const working = !certain && drawChance(random, 0.15) ? otherStreet(random, site) : site;
  return writeAddress(random, working, certain);
}

function regionOf(random: SeededRandom, { region }: Site): string {
  return drawOne(random, [region, region, region, `${region.slice(0, 4)}00`]);
}
