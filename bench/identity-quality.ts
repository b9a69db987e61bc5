import { type DuplicateVerdict, decideDuplicate, levelsOf } from '@zhitong/domain/directory/duplicate-decision';
import { compareIdentities } from '@zhitong/domain/directory/duplicate-features';
import { type IdentityRecord, newIdentityRecord } from '@zhitong/domain/directory/duplicate-record';
import { type FeatureLevel, featureWeights } from '@zhitong/domain/directory/duplicate-weights';
import { newPlaceNames } from '@zhitong/domain/directory/name-places';
import type { BenchTable } from './bench-table.ts';
import { shareWithInterval } from './identity-interval.ts';
import { type IdentityPair, makePairs } from './identity-pairs.ts';
import { readDivisions, readWorld, worldFiles } from './identity-world.ts';
import { findAbsent } from './shared-folder.ts';

interface Judged extends IdentityPair {
  readonly verdict: DuplicateVerdict;
  readonly levels: readonly FeatureLevel[];
}

/** Are two records one organisation? Verdicts of the matcher on pairs made without it, beside the plain rule most registers use. */
export async function identityQuality(): Promise<BenchTable> {
  const title = 'Identity: is it the same organisation?';
  const head = ['pairs', 'same', 'different', 'automatic precision', 'automatic recall', 'with the queue', 'queue'];
  const absent = findAbsent(worldFiles);
  if (absent !== undefined) return { title, note: `NOT MEASURED: ${absent} is absent.`, head, rows: [] };
  const judged = judge();
  const held = judged.filter(({ training }) => !training);
  const rows = [
    row('all', judged),
    row(
      'training half',
      judged.filter(({ training }) => training),
    ),
    row('**held-out half**', held),
    row(
      'held out, both with code',
      held.filter(({ coded }) => coded),
    ),
    row(
      'held out, one without code',
      held.filter(({ coded }) => !coded),
    ),
    ...scenarios(held),
    row('peer: same code, or same name letter by letter (held out)', held.map(plainly)),
  ];
  return { title, note: note(judged), head, rows };
}

function judge(): readonly Judged[] {
  const places = newPlaceNames(readDivisions());
  const world = readWorld();
  const read = (firm: IdentityPair['known']): IdentityRecord => newIdentityRecord(firm, places);
  const brands = new Map<string, number>();
  for (const { name, shortName } of world.firms.map(read)) {
    for (const brand of new Set([name.brand, shortName?.brand ?? ''])) brands.set(brand, (brands.get(brand) ?? 0) + 1);
  }
  const brandCount = (brand: string) => brands.get(brand) ?? 0;
  return makePairs(world).map((pair) => {
    const [known, entered] = [read(pair.known), read(pair.entered)];
    const { verdict } = decideDuplicate(known, entered, brandCount);
    return { ...pair, verdict, levels: levelsOf(compareIdentities(known, entered, brandCount)) };
  });
}

function row(name: string, pairs: readonly Judged[]): string[] {
  const count = (same: boolean, verdict?: DuplicateVerdict) =>
    pairs.filter((pair) => pair.same === same && (verdict === undefined || pair.verdict === verdict)).length;
  const joined = count(true, 'same');
  const queue = count(true, 'review') + count(false, 'review');
  return [
    name,
    count(true).toLocaleString('en-US'),
    count(false).toLocaleString('en-US'),
    shareWithInterval(joined, joined + count(false, 'same')),
    shareWithInterval(joined, count(true)),
    shareWithInterval(joined + count(true, 'review'), count(true)),
    shareWithInterval(queue, pairs.length),
  ];
}

function scenarios(pairs: readonly Judged[]): readonly string[][] {
  const groups = Map.groupBy(pairs, ({ scenario, coded }) => `${scenario}, ${coded ? 'with code' : 'without code'}`);
  return [...groups].map(([name, group]) => row(`— ${name}`, group));
}

/** What a register without a matcher does. */
function plainly(pair: Judged): Judged {
  const { known, entered } = pair;
  const same = known.name === entered.name || (entered.creditCode !== null && known.creditCode === entered.creditCode);
  return { ...pair, verdict: same ? 'same' : 'different' };
}

function note(judged: readonly Judged[]): string {
  const count = (keep: (pair: Judged) => boolean) => judged.filter(keep).length.toLocaleString('en-US');
  const renames = count(({ scenario, coded }) => scenario === 'true rename' && coded);
  const made = `${count(({ same }) => same)} pairs of one organisation (among them ${renames} true renames) and ${count(({ same }) => !same)} hard pairs of two`;
  return [
    `${made}, made by bench/identity-*.ts from the full and short names of 4,586 listed companies (chainkg); credit codes and addresses are made up, and no code is shared with the matcher.`,
    'What the second record leaves out (address, region, short name) is drawn alike for the same firm and for another one. The halves share no firm; weights and thresholds were chosen on the training half. While the generator was being written, one list of errors showed pairs of both halves; so read the held-out half as slightly optimistic.',
    '“with the queue” counts a pair sent to a person as found. Pairs without a code are told apart by name, address and region alone: true renames cannot be found that way and are not. In brackets the 95 % interval (Wilson). Aims: precision ≥ .993, recall ≥ .95, queue ≤ .10.',
    `Weights in use against what the training half would give today: ${drift(judged)}.`,
  ].join(' ');
}

/** The weights stand in the source; this says whether they still are what the training half gives. */
function drift(judged: readonly Judged[]): string {
  const training = judged.filter(({ training }) => training);
  const [same, other] = [training.filter((pair) => pair.same), training.filter((pair) => !pair.same)];
  const share = (pairs: readonly Judged[], level: FeatureLevel) =>
    (pairs.filter(({ levels }) => levels.includes(level)).length + 0.5) / (pairs.length + 1);
  const seen = new Set(training.flatMap(({ levels }) => levels));
  const moved = [...seen]
    .map((level) => ({ level, now: Math.log2(share(same, level) / share(other, level)), used: featureWeights[level] }))
    .filter(({ now, used }) => Math.abs(now - used) > 0.15);
  if (moved.length === 0) return `all ${seen.size} agree within 0.15 bit`;
  return moved.map(({ level, now, used }) => `${level} ${used} → ${now.toFixed(1)}`).join(', ');
}
