import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PremisesWish } from '@zhitong/domain/investment/premises';
import { decideEntering, decideLoss, decideStep } from '@zhitong/domain/investment/target-decision';
import { type TargetAction, type TargetState, targetState } from '@zhitong/domain/investment/target-history';
import { targetStanding } from '@zhitong/domain/investment/target-light';
import type { TargetKind, TargetLoss, TargetStage } from '@zhitong/domain/investment/target-stage';
import { type CaseRules, caseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay, startOfCityDay } from '@zhitong/domain/needs/city-day';
import { workedAfter } from '@zhitong/domain/needs/working-time';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { Owner } from '#features/investment/target-reading';
import { insertStep, insertTarget, takeNumber } from '#features/investment/target-store';
import type { Tx } from '#platform/database';
import { demoCity } from './demo-city.ts';
import { dataFolder, readUsualTerms } from './seed-reference.ts';

export interface InvestmentSeeding {
  readonly rows: CityRows;
  readonly newId: () => string;
  readonly now: Date;
}

interface TargetFile {
  readonly name: string;
  readonly region: string;
  readonly kind: TargetKind;
  readonly inRegister: boolean;
  readonly chain: string | null;
  readonly product: string | null;
  readonly by: string;
  readonly begun: number;
  readonly note: string;
  readonly next: string;
  readonly due: number;
  readonly insist?: string;
  readonly enters?: readonly string[];
  readonly wish?: Partial<PremisesWish>;
  readonly steps: readonly StepFile[];
  readonly loss?: { readonly ago: number; readonly code: TargetLoss; readonly note: string };
}

interface StepFile {
  readonly ago: number;
  readonly stage: TargetStage;
  readonly note: string;
  readonly next: string | null;
  readonly due: number | null;
  readonly fromToday?: true;
  readonly reason?: string;
}

interface Told {
  readonly action: TargetAction;
  readonly state: TargetState;
  readonly owner: Owner;
  readonly note: string | null;
  readonly reason: string | null;
}

interface World extends InvestmentSeeding {
  readonly rules: CaseRules;
  readonly chains: ReadonlyMap<string, string>;
}

const noWish: PremisesWish = {
  ...{ kind: null, area: null, powerKv: null, powerKw: null, water: null, floorLoad: null, exhaust: null },
};

/** The demo targets, each step decided by the rules of the running server. The one kept twice stands beside the one before it. */
export async function writeDemoTargets(tx: Tx, seeding: InvestmentSeeding): Promise<void> {
  const files: TargetFile[] = JSON.parse(readFileSync(join(dataFolder, 'investment', 'demo-targets.json'), 'utf8'));
  const stored = await tx.selectFrom('chain').select(['id', 'slug']).where('city', '=', demoCity).execute();
  const chains = new Map(stored.map(({ id, slug }) => [slug, id]));
  const world: World = { ...seeding, rules: caseRules(readUsualTerms()), chains };
  let before: string | undefined;
  for (const file of files.toSorted((one, other) => other.begun - one.begun)) {
    const beside = file.insist === undefined ? undefined : before;
    const id = await writeDemoTarget(tx, world, { file, beside });
    if (file.insist === undefined && isTwinned(file, files)) before = id;
  }
}

/** Another file insists on the same product. */
const isTwinned = ({ product }: TargetFile, files: readonly TargetFile[]) =>
  files.some((other) => other.insist !== undefined && other.product === product);

async function writeDemoTarget(
  tx: Tx,
  world: World,
  { file, beside }: { file: TargetFile; beside: string | undefined },
): Promise<string> {
  const { newId, rules } = world;
  const id = newId();
  const [first, ...rest] = tell(world, file);
  const last = rest.at(-1) ?? first;
  const subject = { ...firmOf(world, file), kind: file.kind, gap: gapOf(world, file) };
  const steps = [first, ...rest];
  await insertTarget(tx, {
    ...{ city: demoCity, id, firm: subject.name, owner: first.owner, state: last.state, seq: steps.length },
    ...{ number: await takeNumber(tx, demoCity), subject, standing: targetStanding(last.state, rules) },
    ...{ wish: file.wish ? { ...noWish, ...file.wish } : null, by: first.owner.post.name, at: first.action.at },
    ...{ alike: beside === undefined ? null : { id: beside, reason: file.insist ?? '' }, key: null, demo: true },
  });
  for (const [place, { action, state, owner, note, reason }] of steps.entries())
    await insertStep(
      tx,
      { city: demoCity, id, seq: place + 1 },
      {
        ...{ action, status: state.status, note, reason, key: null, body: owner.body },
        person: { id: personOf(world, owner), name: owner.post.name },
      },
    );
  return id;
}

function tell(world: World, file: TargetFile): [Told, ...Told[]] {
  const owner = ownerOf(world, file.by);
  const { now } = world;
  const at = instant(world, file.begun);
  const due = day(now, file.steps.length === 0 ? 0 - file.due : file.begun - file.due);
  const action: TargetAction = {
    ...{ kind: 'registered', at, body: owner.body.id, post: owner.post.id, next: file.next, due },
  };
  const told: [Told, ...Told[]] = [
    { action, state: targetState([action]), owner, note: file.note, reason: file.insist ?? null },
  ];
  const add = (more: Told) => told.push(more);
  const state = () => told.at(-1)?.state ?? told[0].state;
  for (const name of file.enters ?? []) add(entered(world, { state: state(), name, ago: file.begun - 1 }));
  for (const step of file.steps) add(stepped(world, { state: state(), step, owner }));
  if (file.loss) {
    const { ago, code, note } = file.loss;
    const lost = { kind: 'lost', at: instant(world, ago), code } as const;
    add({ action: lost, state: decideLoss(state(), { code, note, at: lost.at }), owner, note, reason: null });
  }
  return told;
}

function entered(world: World, { state, name, ago }: { state: TargetState; name: string; ago: number }): Told {
  const owner = ownerOf(world, name);
  const action = { kind: 'entered', at: instant(world, ago), body: owner.body.id } as const;
  return {
    action,
    state: decideEntering(state, action, { body: owner.body.name }),
    owner,
    note: '一起推进',
    reason: null,
  };
}

function stepped(world: World, { state, step, owner }: { state: TargetState; step: StepFile; owner: Owner }): Told {
  const at = instant(world, step.ago);
  const { stage, note, next, reason = null } = step;
  const due = step.due === null ? null : day(world.now, (step.fromToday ? 0 : step.ago) - step.due);
  const action: TargetAction = { kind: 'stepped', at, stage, next, due };
  return { action, state: decideStep(state, { stage, note, next, due, reason }, { at }), owner, note, reason };
}

const dayMs = 86_400_000;
const day = (now: Date, ago: number) => cityDay(new Date(now.getTime() - ago * dayMs));

/** In the morning of that day, in office hours; never after now. */
function instant({ rules, now }: World, ago: number): Date {
  const morning = startOfCityDay(new Date(now.getTime() - ago * dayMs));
  const { at } = workedAfter(rules.calendar, morning, 90 * 60_000);
  return at < now ? at : now;
}

function firmOf({ rows }: World, { name, region, inRegister, product }: TargetFile) {
  const maker = inRegister && rows.offers.find(({ city, productId }) => city !== demoCity && productId === product);
  const firm = maker ? rows.organisations.find(({ id }) => id === maker.organisationId) : undefined;
  if (!firm?.name.endsWith('（演示）')) return { organisation: null, name, region };
  return { organisation: { id: firm.id, city: firm.city }, name: firm.name, region: firm.region ?? firm.city };
}

function gapOf({ chains }: World, { chain, product }: TargetFile) {
  const chainId = chain === null ? undefined : chains.get(chain);
  return chainId === undefined || product === null ? null : { chainId, productId: product };
}

function ownerOf({ rows }: World, username: string): Owner {
  const person = rows.signIns.find((signIn) => signIn.username === username)?.personId;
  const post = rows.posts.find(({ personId }) => personId === person);
  const body = rows.organisations.find(({ id }) => id === post?.organisationId);
  const name = rows.people.find(({ id }) => id === person)?.name;
  if (!post || !body || name === undefined) throw new Error(`data/investment names ${username}, who signs in nowhere.`);
  return { body: { id: body.id, name: body.shortName }, post: { id: post.id, name } };
}

function personOf({ rows }: World, { post }: Owner): string {
  return rows.posts.find(({ id }) => id === post.id)?.personId ?? post.id;
}
