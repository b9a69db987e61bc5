import type { CaseDetail } from '@zhitong/contract/needs/case-contract';
import type { Language } from '@zhitong/domain/language';
import type { CaseSide } from '@zhitong/domain/needs/case-action';
import { nextCaseActions } from '@zhitong/domain/needs/case-decision';
import type { CaseState } from '@zhitong/domain/needs/case-history';
import { caseNext } from '@zhitong/domain/needs/case-next';
import type { ProposedMatter } from '@zhitong/domain/needs/case-proposal';
import { bureauRequests, requestOf } from '@zhitong/domain/needs/case-request';
import type { CaseRules } from '@zhitong/domain/needs/case-terms';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { ratingState } from '@zhitong/domain/needs/rating';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { caseColumns, caseRowOf, minutesOfToday, type StoredCaseRow, wholeMinutes } from './case-row.ts';
import { getCaseRules } from './case-rules.ts';
import { readCaseState } from './case-state-json.ts';
import { listSteps } from './case-steps-view.ts';
import { findRatingOfNeed } from './rating-reading.ts';
import { listRequestFiles } from './request-file-views.ts';

export interface CaseReading {
  readonly viewer: Viewer;
  readonly language: Language;
}

interface Row extends StoredCaseRow {
  text: string;
  state: unknown;
  seq: number;
  penalty_ms: number;
  candidates: unknown;
  asker_short: string | null;
  asker_size: string | null;
  asker_industry: string | null;
  asker_cases: number;
  asker_solved: number;
  chosen: boolean;
}

/** One case on one page: the request, who has it, its history in words, and what the reader may do now. */
export function viewCase(
  deps: CaseDeps,
  reading: CaseReading,
  key: { id: string } | { needId: string },
): Promise<CaseDetail> {
  const { viewer, language } = reading;
  const now = deps.effects.now();
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const row = await findRow(tx, { ...key, city: viewer.city }, now);
    if (!row) throw new Refusal('platform.not-found');
    const rules = await getCaseRules(tx, { city: viewer.city, day: cityDay(now) });
    const state = readCaseState(row.state);
    const isAsker = row.asker_id === viewer.organisationId;
    const shown = caseRowOf(row, rules, now);
    const events = await listSteps(tx, {
      city: viewer.city,
      id: row.id,
      language,
      isAsker,
      penaltyMs: Number(row.penalty_ms),
      dayMinutes: minutesOfToday(rules, now),
      // what the firm said of the body is for itself and the bureau, unless the case is the bureau’s own
      readsRatings: readsRatings(viewer, { isAsker, state }),
    });
    const sides = sidesOf(viewer, row, state);
    return {
      ...shown,
      ...{ text: row.text, seq: row.seq, events, dayMinutes: minutesOfToday(rules, now) },
      files: await listRequestFiles(tx, { city: viewer.city, needId: row.need_id }),
      rating: isAsker ? await ratingOf(tx, { city: viewer.city, needId: row.need_id, now }) : null,
      allowed: sides.flatMap((side) => allowedTo(side, state, viewer)),
      mayConfirm: isAsker && nextCaseActions(state, 'firm').includes('confirmed'),
      extensionWantedMinutes: state.extensionWanted === null ? null : wholeMinutes(state.extensionWanted),
      chosenByFirm: row.chosen,
      helps: isAsker ? [] : await listHelps(tx, viewer.city, row),
      candidates: isAsker ? [] : jsonColumn<ProposedMatter[]>(row.candidates).map(proposalOf),
      next: nextOf(shown, state, { language, isAsker, rules, now }),
      handBackCostMinutes: wholeMinutes(Number(row.penalty_ms)),
      asker: {
        ...shown.asker,
        ...{ shortName: row.asker_short, size: row.asker_size, industry: row.asker_industry },
        ...{ cases: row.asker_cases, solved: row.asker_solved },
      },
    };
  });
}

async function ratingOf(
  tx: Tx,
  { now, ...of }: { city: string; needId: string; now: Date },
): Promise<CaseDetail['rating']> {
  const found = await findRatingOfNeed(tx, of);
  return found ? { state: ratingState(found, now), until: found.expiresAt.toISOString(), grade: found.grade } : null;
}

/** A reader may stand on more than one side: the bureau holds some cases itself. */
function sidesOf(viewer: Viewer, row: Row, state: CaseState): readonly CaseSide[] {
  if (row.asker_id === viewer.organisationId) return ['firm'];
  const { organisationId: own } = viewer;
  return [
    ...(row.lead_id === own ? (['lead'] as const) : []),
    ...(state.helps.some(({ helper, answeredAt }) => helper === own && answeredAt === null)
      ? (['helper'] as const)
      : []),
    ...(viewer.role === 'operator' ? (['bureau'] as const) : []),
  ];
}

function allowedTo(side: CaseSide, state: CaseState, { role }: Viewer): CaseDetail['allowed'] {
  const requests = nextCaseActions(state, side).flatMap((kind) => requestOf(kind) ?? []);
  // the bureau never hands back: it finds a body
  return side === 'lead' && role === 'operator'
    ? requests.filter((one) => one !== 'hand-back' && !bureauRequests.includes(one))
    : requests;
}

function readsRatings(
  { role, organisationId: own, watcher }: Viewer,
  { isAsker, state }: { isAsker: boolean; state: CaseState },
): boolean {
  if (watcher) return false;
  const held = state.rounds.some(({ holdings }) => holdings.some(({ body }) => body === own));
  return isAsker || (role === 'operator' && !held);
}

function nextOf(
  shown: Pick<CaseDetail, 'status' | 'lead' | 'due' | 'dueCertain' | 'signDue' | 'firstAnswerDue'>,
  state: CaseState,
  { rules, now, ...reader }: { language: Language; isAsker: boolean; rules: CaseRules; now: Date },
): string {
  const { status, lead, dueCertain } = shown;
  const instant = (text: string | null) => (text === null ? null : new Date(text));
  const times = { due: new Date(shown.due), signDue: instant(shown.signDue), dueCertain };
  return caseNext(
    {
      ...{ status, lead: lead.name, ...times, firstAnswerDue: instant(shown.firstAnswerDue), now },
      ...{ calendar: rules.calendar, dayMinutes: minutesOfToday(rules, now) },
      extensionWaits: state.extensionWanted !== null,
    },
    reader,
  );
}

/** A proposal as a reader gets it. */
export function proposalOf({ bodyId, bodyName, dutyId, number, title, confidence, reasons }: ProposedMatter) {
  return {
    body: { id: bodyId, name: bodyName },
    duty: { id: dutyId, number, title },
    confidence,
    reasons: [...reasons],
  };
}

async function findRow(
  tx: Tx,
  key: { readonly city: string } & ({ readonly id: string } | { readonly needId: string }),
  now: Date,
): Promise<Row | undefined> {
  const which = 'id' in key ? sql`c.id = ${key.id}` : sql`c.need_id = ${key.needId}`;
  const since = new Date(now.getTime() - 365 * 86_400_000);
  const { rows } = await sql<Row>`
    select ${caseColumns}, c.text, c.state, c.seq, c.penalty_ms, c.candidates,
           exists (select 1 from case_action a where a.city = c.city and a.case_id = c.id and a.seq = 1
                   and a.action ->> 'chosen' = 'true' and a.action ->> 'next' = c.lead_id::text) as chosen,
           o.short_name as asker_short, o.size as asker_size, o.industry as asker_industry, p.cases as asker_cases, p.solved as asker_solved
    from need_case c
    join organisation o on o.city = c.city and o.id = c.asker_id
    cross join lateral (
      select count(*)::int as cases, (count(*) filter (where e.status = 'solved'))::int as solved from need_case e
      where e.city = c.city and e.asker_id = c.asker_id and e.started_at > ${since}) p
    where c.city = ${key.city} and ${which}`.execute(tx);
  return rows[0];
}

/** Whoever is in charge now is no helper of itself, though it was one before it took the case over. */
async function listHelps(
  tx: Tx,
  city: string,
  { id, lead_id }: Pick<Row, 'id' | 'lead_id'>,
): Promise<CaseDetail['helps']> {
  const rows = await tx
    .selectFrom('case_help')
    .select(['helper_id', 'helper_name', 'question', 'asked_at', 'due_at', 'answered_at'])
    .where('city', '=', city)
    .where('case_id', '=', id)
    .where('helper_id', '<>', lead_id)
    .orderBy('asked_at')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    helper: { id: row.helper_id, name: row.helper_name },
    ...{ question: row.question ?? '', askedAt: row.asked_at.toISOString(), due: row.due_at.toISOString() },
    answeredAt: row.answered_at?.toISOString() ?? null,
  }));
}

/** For the clock's own address: the fold, and the names of the bodies in it. */
export function readClockFacts(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<
  { state: CaseState; allowanceMs: number; penaltyMs: number; lead: { id: string; name: string } } | undefined
> {
  return tx
    .selectFrom('need_case')
    .select(['state', 'allowance_ms', 'penalty_ms', 'lead_id', 'lead_name'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
    .then(
      (row) =>
        row && {
          ...{
            state: readCaseState(row.state),
            allowanceMs: Number(row.allowance_ms),
            penaltyMs: Number(row.penalty_ms),
          },
          lead: { id: row.lead_id, name: row.lead_name },
        },
    );
}
