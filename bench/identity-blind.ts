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

/** The matcher on pairs whose author had read neither the matcher nor the pairs it was tuned on. */
export async function identityBlind(): Promise<BenchTable> {
  const title = 'Identity, first sight: pairs the matcher was not made for';
  const absent = findAbsent(worldFiles);
  if (absent !== undefined) return { title, note: `NOT MEASURED: ${absent} is absent.`, head: verdictHead, rows: [] };
  const world = newBlindWorld(readWorld());
  const judged = judgePairs(makeBlindPairs(world), registerOf(world));
  const only = (keep: (pair: BlindPair) => boolean) => judged.filter(keep);
  const rows = [
    verdictRow('**all**', judged),
    verdictRow(
      'both with code',
      only(({ coded }) => coded),
    ),
    verdictRow(
      'one without code',
      only(({ coded }) => !coded),
    ),
    verdictRow(
      'listed companies',
      only(({ known }) => isListed(known)),
    ),
    verdictRow(
      'unlisted firms and bodies',
      only(({ known }) => !isListed(known)),
    ),
    ...scenarioRows(judged),
    verdictRow('peer: same code, or same name letter by letter', judged.map(judgePlainly)),
  ];
  return { title, note: note(judged), head: verdictHead, rows };
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
    'The author had read neither the matcher nor the other generator; the pairs were committed before the matcher first saw them and were not changed after it.',
    `One record at least lacks a code in ${share(true)} of the pairs of one and ${share(false)} of the pairs of two: the register (chosen: 5 % lack it) has nearly every code, sheets of departments and exhibitors lack one in three (chosen: 36 %). The lot is the same for both kinds, except where only a code can prove the truth (a rename, a new registration, a group beside its firm): there both have one. Where without a code only the address can prove it, both have an address.`,
    'The 19 rows of chainkg that carry the code of another company are left out, and so are branches entered under the code of the body: from two such records nobody can tell.',
    '“with the queue” counts a pair sent to a person as found. In brackets the 95 % interval (Wilson). Aims: precision ≥ .993, recall ≥ .95, queue ≤ .10.',
  ].join(' ');
}
