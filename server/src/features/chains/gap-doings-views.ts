import type { GapDoings } from '@zhitong/contract/chains/gap-task-contract';
import type { Segment } from '@zhitong/domain/chains/chain-map';
import { diagnoseChain } from '@zhitong/domain/chains/diagnosis';
import { type GapClass, gapClassWords } from '@zhitong/domain/chains/gap-class';
import { type GapTaskKind, gapTaskKinds } from '@zhitong/domain/chains/gap-task';
import { gapTaskDrafts } from '@zhitong/domain/chains/gap-task-words';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type NeedKind, type NeedState, shownNeedState } from '@zhitong/domain/needs/need';
import { needStateOn } from '@zhitong/domain/needs/need-status';
import { quantityText } from '@zhitong/domain/needs/need-subject';
import { turnOf } from '@zhitong/domain/needs/task-turn';
import { fillIn, Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { taskClock } from '#features/needs/public';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { namesIn } from './chain-names.ts';
import { findChainNames } from './chain-naming.ts';
import { getVersion, linkOf, type Reading } from './chain-views.ts';
import { listGapTaskSteps } from './gap-task-reading.ts';
import { gapTaskRowOf, listTasks } from './gap-task-views.ts';

const most = 20;

interface OfGap {
  readonly city: string;
  readonly chainId: string;
  readonly productId: string;
}

/** What has been done about a gap, and what whoever reads it may begin with. */
export async function viewGapDoings(
  deps: ChainDeps,
  { viewer, language }: Reading,
  { id, product }: { id: string; product: string },
): Promise<GapDoings> {
  const now = deps.effects.now();
  const { chain, version, names } = await getVersion(deps, viewer, { id });
  const { content } = version;
  const { book } = await deps.chains.facts();
  const [gap] = diagnoseChain(content, { book, today: cityDay(now) }, new Set([product]));
  if (!gap) throw new Refusal('platform.not-found');
  const nameOf = namesIn(book, language);
  const { leadBodyId } = content;
  const lead = leadBodyId === null ? null : { id: leadBodyId, name: names.get(leadBodyId) ?? leadBodyId };
  const words = {
    ...{ chain: linkOf(chain, content, language).name, product: nameOf(product), body: lead?.name ?? '' },
    class: gapClassWords[gap.class satisfies GapClass][language],
  };
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const of = { city: viewer.city, chainId: id, productId: product };
    const tasks = await listTasks(tx, { city: of.city, where: whereGap(of), limit: most, offset: 0 });
    const reading = {
      ...{ viewer, language, now, nameOf },
      steps: await listGapTaskSteps(tx, { city: of.city, ids: tasks.map((task) => task.id) }),
      chainNames: await findChainNames(tx, { city: of.city, day: cityDay(now) }),
    };
    return {
      needs: await listNeedsFrom(tx, of, cityDay(now)),
      needsTotal: await asSystem(tx, contextOf(viewer), () => countNeedsFrom(tx, of)),
      tasks: tasks.map((task) => gapTaskRowOf(task, reading)),
      tasksTotal: await countTasksOf(tx, of),
      wish: await wishOf(tx, { viewer, productId: product, name: nameOf(product), language }),
      lead,
      drafts: draftsOf((kind) => fillIn(gapTaskDrafts[kind][language], words)),
      due: await usualDue(tx, viewer.city, now),
      segment: segmentOf(gap.segment, language),
    };
  });
}

const whereGap = ({ chainId, productId }: OfGap) => sql<boolean>`chain_id = ${chainId} and product_id = ${productId}`;

function draftsOf(write: (kind: GapTaskKind) => string): Record<GapTaskKind, string> {
  const [order, asking, meeting] = gapTaskKinds;
  return { order: write(order), 'ask-needs': write(asking), meeting: write(meeting) };
}

const segmentOf = ({ name, nameEn, tier }: Segment, language: Reading['language']) => ({
  name: language === 'en' ? (nameEn ?? name) : name,
  tier,
});

async function usualDue(tx: Tx, city: string, now: Date): Promise<string> {
  const { calendar, terms } = await taskClock.terms(tx, { city, day: cityDay(now) });
  const { signMinutes, feedbackMinutes, yellowShare } = terms;
  return cityDay(turnOf(signMinutes + feedbackMinutes, { from: now, calendar, yellowShare }).dueAt);
}

/** As far as the context may read them. */
async function listNeedsFrom(tx: Tx, { city, chainId, productId }: OfGap, today: string): Promise<GapDoings['needs']> {
  const rows = await tx
    .selectFrom('need as n')
    .innerJoin('organisation as o', (join) =>
      join.onRef('o.city', '=', 'n.city').onRef('o.id', '=', 'n.organisation_id'),
    )
    .leftJoin('need_case as c', (join) => join.onRef('c.city', '=', 'n.city').onRef('c.need_id', '=', 'n.id'))
    .select(['n.id', 'n.text', 'n.kind', 'n.state', 'n.deadline', 'n.closed_at', 'n.published_at', 'c.status'])
    .select(['n.organisation_id', 'o.name', 'o.short_name'])
    .where('n.city', '=', city)
    .where('n.gap_chain_id', '=', chainId)
    .where('n.gap_product_id', '=', productId)
    .orderBy('n.published_at', 'desc')
    .orderBy('n.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, title: row.text.slice(0, 40), at: row.published_at.toISOString() },
    organisation: { id: row.organisation_id, name: row.short_name ?? row.name },
    state: shownNeedState(
      wordColumn<NeedKind>(row.kind),
      needStateOn({ state: wordColumn<NeedState>(row.state), deadline: row.deadline, closedAt: row.closed_at }, today),
      row.status === null ? undefined : wordColumn<CaseStatus>(row.status),
    ),
  }));
}

async function countNeedsFrom(tx: Tx, { city, chainId, productId }: OfGap): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from need
    where city = ${city} and gap_chain_id = ${chainId} and gap_product_id = ${productId}`.execute(tx);
  return rows[0]?.count ?? 0;
}

async function countTasksOf(tx: Tx, of: OfGap): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from gap_task where city = ${of.city} and ${whereGap(of)}`.execute(tx);
  return rows[0]?.count ?? 0;
}

interface Wishing {
  readonly viewer: Viewer;
  readonly productId: string;
  readonly name: string;
  readonly language: Reading['language'];
}

/** The product, and how much of it the own firm registered as bought a year where all of that is in one unit. */
async function wishOf(tx: Tx, { viewer, productId, name, language }: Wishing): Promise<string> {
  const bought = await tx
    .selectFrom('purchase')
    .select(['quantity', 'unit'])
    .where('city', '=', viewer.city)
    .where('organisation_id', '=', viewer.organisationId)
    .where('product_id', '=', productId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .limit(100)
    .execute();
  const quantities = bought.flatMap(({ quantity, unit }) =>
    quantity === null || unit === null ? [] : [{ amount: quantity, unit, per: 'year' as const }],
  );
  const [first] = quantities;
  const isWhole = quantities.length === bought.length && quantities.every(({ unit }) => unit === first?.unit);
  const begin = language === 'zh' ? `求购${name}` : `Sourcing ${name}`;
  if (!first || !isWhole) return begin;
  const amount = quantities.reduce((sum, one) => sum + one.amount, 0);
  return `${begin} ${quantityText({ ...first, amount }, language)}`;
}
