import { seededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { BenchTable } from './bench-table.ts';
import { bodyScenarios } from './identity-blind-bodies.ts';
import { type BlindWorld, newBlindWorld } from './identity-blind-firms.ts';
import { otherScenarios } from './identity-blind-other.ts';
import { type BlindPair, drawPair, type Scenario } from './identity-blind-pair.ts';
import { sameScenarios } from './identity-blind-same.ts';
import { type Judged, judgePairs, judgePlainly, scenarioRows, verdictHead, verdictRow } from './identity-verdicts.ts';
import { type EnteredFirm, readWorld, worldFiles } from './identity-world.ts';
import { findAbsent } from './shared-folder.ts';

/**
 * The matcher on pairs whose author had read neither the matcher nor the pairs it was tuned on. What it said at first sight is written
 * down below; after that it was mended on one half of them, so only the other half may speak for it, and not as blind.
 */
export async function identityBlind(): Promise<BenchTable> {
  const title = 'Identity: pairs made blind';
  const absent = findAbsent(worldFiles);
  if (absent !== undefined) return { title, note: `NOT MEASURED: ${absent} is absent.`, head: verdictHead, rows: [] };
  const world = newBlindWorld(readWorld());
  const judged = judgePairs(makeBlindPairs(world), registerOf(world));
  const kept = judged.filter((pair) => !isFirstHalf(pair));
  const row = (name: string, keep: (pair: BlindPair) => boolean) => verdictRow(name, kept.filter(keep));
  const rows = [
    ...firstSight,
    verdictRow('after mending, first half (mended on)', judged.filter(isFirstHalf)),
    verdictRow('**after mending, second half**', kept),
    row('second half, both with code', ({ coded }) => coded),
    row('second half, one without code', ({ coded }) => !coded),
    row('second half, listed companies', ({ known }) => isListed(known)),
    row('second half, unlisted firms and bodies', ({ known }) => !isListed(known)),
    ...scenarioRows(kept),
    verdictRow('peer: same code, or same name letter by letter (second half)', kept.map(judgePlainly)),
  ];
  return { title, note: note(judged), head: verdictHead, rows };
}

/** As printed by the first run, on the commit that added these pairs. */
const firstSight: readonly (readonly string[])[] = [
  [
    '**first sight, all**',
    '3,457',
    '3,200',
    '.996 (.993–.998)',
    '.787 (.773–.801)',
    '.906 (.896–.916)',
    '.093 (.086–.100)',
  ],
  [
    'first sight, both with code',
    '2,362',
    '2,114',
    '.999 (.996–1.000)',
    '.912 (.900–.923)',
    '.986 (.980–.990)',
    '.070 (.063–.078)',
  ],
  [
    'first sight, one without code',
    '1,095',
    '1,086',
    '.986 (.973–.993)',
    '.519 (.489–.548)',
    '.735 (.708–.760)',
    '.140 (.126–.156)',
  ],
  [
    'first sight, second half',
    '1,706',
    '1,649',
    '.998 (.994–.999)',
    '.802 (.783–.821)',
    '.914 (.900–.927)',
    '.092 (.083–.102)',
  ],
];

/** By the known firm, so that all pairs about one firm lie in one half. */
function isFirstHalf({ known }: BlindPair): boolean {
  return seededRandom(`half/${known.id}`).next() < 0.5;
}

const isListed = ({ id }: EnteredFirm): boolean => /^\d{6}$/.test(id);

export function makeBlindPairs(world: BlindWorld): readonly BlindPair[] {
  return [...sameScenarios, ...otherScenarios, ...bodyScenarios].flatMap((scenario) => pairsOf(scenario, world));
}

/** Each scenario has a stream of its own, so that one more pair of one kind moves no pair of another. */
function pairsOf(scenario: Scenario, world: BlindWorld): readonly BlindPair[] {
  const random = seededRandom('blind').fork(scenario.name);
  const pairs: BlindPair[] = [];
  for (let turn = 0; pairs.length < scenario.count; turn++) {
    if (turn > scenario.count * 100) throw new Error(`No firm lends itself to ${scenario.name}`);
    const draft = scenario.draft(random, world, turn);
    if (
      draft !== undefined &&
      (draft.name !== draft.known.name ||
        draft.code !== undefined ||
        draft.site !== undefined ||
        draft.care !== undefined)
    )
      pairs.push(drawPair(random, scenario, draft));
  }
  return pairs;
}

/** The directory the pairs are met in: it says how common a 字号 is. */
function registerOf({ listed, made }: BlindWorld): readonly EnteredFirm[] {
  return [...listed, ...made].map(({ id, name, shortName, creditCode, site }) => ({
    id,
    name,
    shortName,
    creditCode,
    addresses: [],
    region: site.region,
  }));
}

function note(judged: readonly Judged<BlindPair>[]): string {
  const count = (keep: (pair: BlindPair) => boolean) => judged.filter(keep).length.toLocaleString('en-US');
  const share = (same: boolean) => {
    const kind = judged.filter((pair) => pair.same === same);
    return `${Math.round((100 * kind.filter(({ coded }) => !coded).length) / kind.length)} %`;
  };
  return [
    `${count(({ same }) => same)} pairs of one organisation (true renames: 49 companies, three pairs each) and ${count(({ same }) => !same)} hard pairs of two, made by bench/identity-blind*.ts from 4,586 listed companies (chainkg), 900 made firms of 胶东, departments, banks, universities and hospitals; codes and addresses are made up.`,
    'The author had read neither the matcher nor the other generator; the pairs were committed before the matcher first saw them and were not changed after it. “First sight” is what it said then, on all of them. Afterwards it was mended on the first half (by a hash of the firm); the rows after that are of the half nobody looked at, but of the same kinds of pairs: they are not blind any more.',
    `One record at least lacks a code in ${share(true)} of the pairs of one and ${share(false)} of the pairs of two: the register (chosen: 5 % lack it) has nearly every code, sheets of departments and exhibitors lack one in three (chosen: 36 %). The lot is the same for both kinds, except where only a code can prove the truth (a rename, a new registration, a group beside its firm): there both have one. Where without a code only the address can prove it, both have an address.`,
    'The 19 rows of chainkg that carry the code of another company are left out, and so are branches entered under the code of the body: from two such records nobody can tell.',
    '“with the queue” counts a pair sent to a person as found. In brackets the 95 % interval (Wilson). Aims: precision ≥ .993, recall ≥ .95, queue ≤ .10.',
  ].join(' ');
}
