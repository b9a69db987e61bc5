import type { getPaper, listPapers, previewPolicy } from '@zhitong/contract/needs/policy-paper-contract';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type KnownFacts, type PolicyCondition, policyFacts } from '@zhitong/domain/needs/policy';
import type { PaperDeed, PaperState, PolicyContent } from '@zhitong/domain/needs/policy-paper';
import { type PolicyNewsKind, policyReach } from '@zhitong/domain/needs/policy-reach';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import type { z } from 'zod';
import { asSystem, enteredContext, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { listKnownFacts } from './policy-facts-view.ts';

interface Row {
  id: string;
  body_id: string;
  body_name: string;
  content: unknown;
  state: string;
  edition: number;
  version: number;
  written_at: Date;
  written_by: string;
}

type Told = Readonly<Record<PolicyNewsKind, number>>;

/** Newest first; which ones are the reader's to see the database decides too. */
export function viewPapers(
  { database }: CaseDeps,
  viewer: Viewer,
  { state, limit }: { state?: PaperState | undefined; limit: number },
): Promise<z.input<typeof listPapers.reply>> {
  const { city } = viewer;
  const wanted = state === undefined ? sql`` : sql`and p.state = ${state}`;
  return inContext(database, contextOf(viewer), async (tx) => {
    const rows = await listRows(tx, viewer, sql`${wanted} order by p.written_at desc, p.id limit ${limit}`);
    const { rows: counted } = await sql<{ total: number }>`
      select count(*)::int as total from policy_paper p where p.city = ${city} and ${readable(viewer)} ${wanted}`.execute(
      tx,
    );
    const told = await countTold(tx, city, rows);
    return { papers: rows.map((row) => rowOf(row, told(row))), total: counted[0]?.total ?? 0 };
  });
}

export function viewPaper({ database }: CaseDeps, viewer: Viewer, id: string): Promise<z.input<typeof getPaper.reply>> {
  return inContext(database, contextOf(viewer), async (tx) => {
    const [row] = await listRows(tx, viewer, sql`and p.id = ${id}::uuid limit 1`);
    if (!row) throw new Refusal('platform.not-found');
    const content = jsonColumn<PolicyContent>(row.content);
    const told = await countTold(tx, viewer.city, [row]);
    return {
      paper: {
        ...rowOf(row, told(row)),
        content: {
          ...content,
          conditions: asInput(content.conditions),
          body: { id: row.body_id, name: row.body_name },
        },
      },
      history: await listHistory(tx, { city: viewer.city, id }),
    };
  });
}

/** What an operator or a handler of the body may read; a reader of the whole city has no row of another city in its context. */
const readable = ({ role, organisationId }: Viewer) =>
  role === 'operator' ? sql`true` : sql`p.body_id = ${organisationId}::uuid`;

async function listRows(tx: Tx, viewer: Viewer, rest: ReturnType<typeof sql>): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.body_id, o.name as body_name, p.content, p.state, p.edition, p.version, p.written_at, p.written_by
    from policy_paper p join organisation o on o.city = p.city and o.id = p.body_id
    where p.city = ${viewer.city} and ${readable(viewer)} ${rest}`.execute(tx);
  return rows;
}

/** How many firms were told of the version in force: a figure for whoever wrote it; which firms these are is theirs alone. */
async function countTold(tx: Tx, city: string, papers: readonly Row[]): Promise<(paper: Row) => Told> {
  const ids = `{${papers.map(({ id }) => id).join(',')}}`;
  const { rows } = await asSystem(tx, enteredContext(tx), () =>
    sql<{ id: string; version: number; kind: string; firms: number }>`
      select policy_id as id, version, kind, count(*)::int as firms from policy_told
      where city = ${city} and policy_id = any(${ids}::uuid[]) group by 1, 2, 3`.execute(tx),
  );
  const counted = new Map(rows.map(({ id, version, kind, firms }) => [`${id} ${version} ${kind}`, firms]));
  const of = ({ id, version }: Row, kind: PolicyNewsKind) => counted.get(`${id} ${version} ${kind}`) ?? 0;
  return (paper) => ({ fits: of(paper, 'fits'), lacks: of(paper, 'lacks') });
}

function rowOf(row: Row, told: Told): z.input<typeof listPapers.reply>['papers'][number] {
  const { title, validFrom, validTo } = jsonColumn<PolicyContent>(row.content);
  return {
    ...{ id: row.id, title, body: { id: row.body_id, name: row.body_name }, validFrom, validTo },
    ...{ state: wordColumn<PaperState>(row.state), edition: row.edition, version: row.version },
    ...{
      told,
      writtenAt: row.written_at.toISOString(),
      writtenBy: row.written_by,
    },
  };
}

async function listHistory(tx: Tx, { city, id }: { city: string; id: string }) {
  const rows = await tx
    .selectFrom('policy_change')
    .select(['edition', 'deed', 'version', 'content', 'person_name', 'organisation_name', 'at'])
    .where('city', '=', city)
    .where('policy_id', '=', id)
    .orderBy('edition', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => {
    const { title, conditions } = jsonColumn<PolicyContent>(row.content);
    return {
      ...{ edition: row.edition, deed: wordColumn<PaperDeed>(row.deed), version: row.version, title },
      ...{ conditions: conditions.map(({ text }) => text), by: row.person_name, body: row.organisation_name },
      at: row.at.toISOString(),
    };
  });
}

const asInput = (conditions: readonly PolicyCondition[]) =>
  conditions.map((one) => ({ ...one, values: [...one.values] }));

const page = 1_000;

/** Counts only, over all firms of the city: no firm is named, and nothing is stored. */
export async function viewPolicyReach(
  { database, effects }: CaseDeps,
  { viewer, language }: { viewer: Viewer; language: Language },
  conditions: readonly PolicyCondition[],
): Promise<z.input<typeof previewPolicy.reply>> {
  const day = cityDay(effects.now());
  const { city } = viewer;
  const firms = await inContext(database, { city, viewer: 'system' }, (tx) => listAllFacts(tx, { city, day }));
  const { counts, deciding, ...reach } = policyReach(conditions, firms);
  return {
    ...{ firms: reach.firms, qualifies: counts.qualifies, oneMissing: counts['one-missing'] },
    ...{ open: counts.open, no: counts.no },
    deciding: deciding.map((one) => ({ ...one, name: policyFacts[one.fact][language] })),
  };
}

async function listAllFacts(tx: Tx, { city, day }: { city: string; day: string }): Promise<readonly KnownFacts[]> {
  const facts: KnownFacts[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after;
    const { rows } = await sql<{ id: string }>`
      select id from organisation where city = ${city} and kind = 'enterprise' and merged_into is null
        ${from === '' ? sql`` : sql`and id > ${from}::uuid`} order by id limit ${page}`.execute(tx);
    const ids = rows.map(({ id }) => id);
    const known = await listKnownFacts(tx, { city, ids, day });
    facts.push(...ids.map((id) => known.get(id) ?? {}));
    after = ids.length < page ? undefined : ids.at(-1);
  }
  return facts;
}
