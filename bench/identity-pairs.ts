import { drawChance, drawOne, drawSample } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { type EnteredPair, namesakeMakers } from './identity-namesakes.ts';
import { retypedAddress, retypedName, slippedCode } from './identity-retyping.ts';
import type { EnteredFirm, IdentityWorld, WorldFirm } from './identity-world.ts';

export interface IdentityPair {
  readonly known: EnteredFirm;
  readonly entered: EnteredFirm;
  readonly same: boolean;
  readonly scenario: string;
  /** both sides carry a credit code */
  readonly coded: boolean;
  /** thresholds and weights were chosen on these firms; the others were held back */
  readonly training: boolean;
}

/** Everything drawn from one seed; the two halves share no firm. */
export function makePairs(world: IdentityWorld): readonly IdentityPair[] {
  const random = seededRandom('identity');
  return [...positives(world, random.fork('positives')), ...negatives(world, random.fork('negatives'))];
}

const anyWriting = { form: true, place: true };

type Entering = (firm: WorldFirm, random: SeededRandom) => EnteredFirm;

const enterings: Readonly<Record<string, { readonly count: number; readonly enter: Entering }>> = {
  'name written another way': {
    count: 1500,
    enter: (firm, random) => entered(firm, random, retypedName(firm, random, anyWriting)),
  },
  'short name, directory knows it': { count: 500, enter: (firm, random) => entered(firm, random, firm.shortName) },
  'short name, directory does not know it': {
    count: 200,
    enter: (firm, random) => entered(firm, random, firm.shortName),
  },
  'slip in the code': {
    count: 300,
    enter: (firm, random) => ({
      ...entered(firm, random, retypedName(firm, random, anyWriting)),
      creditCode: slippedCode(firm.creditCode, random),
    }),
  },
};

function* positives(world: IdentityWorld, random: SeededRandom): Generator<IdentityPair> {
  for (const [scenario, { count, enter }] of Object.entries(enterings)) {
    for (const firm of drawSample(random.fork(scenario), world.firms, count)) {
      const draw = random.fork(`${scenario}/${firm.id}`);
      const known = scenario.endsWith('does not know it') ? { ...firm, shortName: null } : firm;
      const made = enter(firm, draw);
      yield pair({ known, entered: made, same: true, scenario }, true);
      if (scenario !== 'slip in the code')
        yield pair({ known, entered: withoutCode(made), same: true, scenario }, false);
    }
  }
  for (const [known, renamed] of world.renames) {
    const made = entered(renamed, random.fork(renamed.name), renamed.name);
    yield pair({ known, entered: made, same: true, scenario: 'true rename' }, true);
    yield pair({ known, entered: withoutCode(made), same: true, scenario: 'true rename' }, false);
  }
}

function* negatives(world: IdentityWorld, random: SeededRandom): Generator<IdentityPair> {
  for (const [scenario, make] of Object.entries(namesakeMakers)) {
    let made = 0;
    for (const firm of drawSample(random.fork(scenario), world.firms, 1500)) {
      const both = make(firm, random.fork(`${scenario}/${firm.id}`), world.places);
      if (both === undefined || made >= 400) continue;
      made += 1;
      yield* twice(both, scenario);
    }
  }
  for (const both of drawSample(random.fork('real'), [...realNamesakes(world.firms)], 900))
    yield* twice(both, 'real near-namesakes');
  for (const [known, other] of world.wrongCodes) {
    yield pair(
      {
        known,
        entered: { ...other, creditCode: known.creditCode, addresses: [] },
        same: false,
        scenario: "another firm's code",
      },
      true,
    );
  }
}

function* twice([known, other]: EnteredPair, scenario: string): Generator<IdentityPair> {
  const random = seededRandom(`clerk/${scenario}/${known.id}/${other.name}`);
  const writing = { form: scenario !== 'parent and subsidiary', place: false };
  const name = retypedName({ name: other.name, cityName: known.name.slice(0, 2) }, random, writing);
  const made = asAClerkKnows({ ...other, name }, random);
  yield pair({ known, entered: made, same: false, scenario }, true);
  yield pair({ known, entered: withoutCode(made), same: false, scenario }, false);
}

/** Listed companies whose names or short names begin alike, moved into one city: the hardest the data has. */
function* realNamesakes(firms: readonly WorldFirm[]): Generator<EnteredPair> {
  const groups = new Map<string, WorldFirm[]>();
  for (const firm of firms) {
    const keys = new Set([`s${firm.shortName.slice(0, 2)}`, `n${firm.name.slice(0, 4)}`]);
    for (const key of keys) groups.set(key, [...(groups.get(key) ?? []), firm]);
  }
  for (const group of groups.values()) {
    for (const [at, firm] of group.entries()) {
      const other = group[at + 1];
      if (other === undefined || other.name === firm.name) continue;
      const name = at % 3 === 0 && other.shortName !== firm.shortName ? other.shortName : other.name;
      yield [firm, { ...other, name, region: firm.region }];
    }
  }
}

function entered(firm: WorldFirm, random: SeededRandom, name: string): EnteredFirm {
  return asAClerkKnows({ ...firm, id: `${firm.id}/again`, name, addresses: retypedAddress(firm, random) }, random);
}

/** Seldom everything; the same for the same firm and for another one, or what is missing would give the answer away. */
function asAClerkKnows(firm: EnteredFirm, random: SeededRandom): EnteredFirm {
  const { region } = firm;
  return {
    ...firm,
    shortName: drawChance(random, 0.4) ? firm.shortName : null,
    addresses: drawChance(random, 0.75) ? firm.addresses : [],
    region: region === null ? null : drawOne(random, [region, region, `${region.slice(0, 4)}00`, null]),
  };
}

function withoutCode(firm: EnteredFirm): EnteredFirm {
  return { ...firm, creditCode: null };
}

function pair(made: Omit<IdentityPair, 'coded' | 'training'>, coded: boolean): IdentityPair {
  return { ...made, coded, training: isTraining(made.known.id.slice(0, 6)) };
}

/** FNV-1a of the stock code, one bit: fixed once, so that nobody tunes on what is held back. */
function isTraining(code: string): boolean {
  let hash = 2_166_136_261;
  for (const digit of code) hash = Math.imul(hash ^ digit.charCodeAt(0), 16_777_619);
  return ((hash >>> 9) & 1) === 0;
}
