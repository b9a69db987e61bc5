import type { RouteReply } from '@zhitong/contract/needs/request-contract';
import type { DutyList } from '@zhitong/domain/directory/duty';
import type { Language } from '@zhitong/domain/language';
import type { CaseStatus } from '@zhitong/domain/needs/case-action';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { alikeFrom, requestLikeness } from '@zhitong/domain/needs/request-likeness';
import { deskSentences, routeReasonText } from '@zhitong/domain/needs/route-words';
import { Refusal } from '@zhitong/domain/refusal';
import { sql } from 'kysely';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { placeMatters } from './district-bodies.ts';
import type { KnownAnswerDesk, PublishedAnswer } from './known-answer-desk.ts';
import type { RequestDesk } from './request-desk.ts';

export interface RouteDeps extends CaseDeps {
  readonly desk: RequestDesk;
  readonly answers: KnownAnswerDesk;
}

/** Everything the form shows before anything is sent: where it would go and why, what is like it, what was answered before. */
export async function viewRoute(
  { database, desk, answers }: RouteDeps,
  { viewer, language }: { viewer: Viewer; language: Language },
  { text, list }: { text: string; list?: DutyList | undefined },
): Promise<RouteReply> {
  if (text.length > longestNeedText)
    throw new Refusal('needs.text-too-long', { length: text.length.toLocaleString('en') });
  const proposal = await desk.propose(viewer.city, text, list);
  const matters = proposal.candidates.map(({ matter }) => matter);
  const { own, bodies } = await inContext(database, contextOf(viewer), async (tx) => ({
    own: await listOwn(tx, viewer),
    bodies: await placeMatters(tx, viewer, matters),
  }));
  const likely = proposal.candidates.map(({ matter, confidence }) => ({ dutyId: matter.id, confidence }));
  const published = await answers.find(viewer.city, text, { matters: likely, limit: mostPublished });
  const alike = own
    .map((one) => ({ ...one, likeness: requestLikeness(text, one.text) }))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .toSorted((one, other) => other.likeness - one.likeness);
  return {
    list: proposal.list,
    candidates: proposal.candidates.map(({ matter, confidence, reasons }) => ({
      ...{
        body: bodies.get(matter.id) ?? matter.body,
        matter: matter.title,
        duty: { id: matter.id, number: proposal.numberOf(matter.id) },
      },
      ...{ list: matter.list, confidence, reasons: reasons.map((reason) => routeReasonText(reason, language)) },
    })),
    confident: proposal.confident,
    desk: proposal.desk && deskSentences[proposal.desk][language],
    similar: alike
      .filter(({ over }) => !over)
      .slice(0, 3)
      .map(({ needId, title, status, lead, at }) => ({
        need: { id: needId },
        title,
        status,
        lead,
        at: at.toISOString(),
      })),
    answers: [...published.map(publishedAnswer), ...alike.flatMap(ownAnswer).slice(0, mostOwn)],
  };
}

const mostPublished = 3;
const mostOwn = 2;

type Answer = RouteReply['answers'][number];

function publishedAnswer({ kind, id, title, text, source, basis, at }: PublishedAnswer): Answer {
  const link = kind === 'policy' ? '/policies' : null;
  return { kind, id, title, text, source, basis, at: at.toISOString(), link };
}

function ownAnswer({ answer, title, lead, answeredAt, needId }: OwnRequest): readonly Answer[] {
  if (answer === null || answeredAt === null) return [];
  const said = { kind: 'own-case', id: needId, title, text: answer, source: lead, basis: null } as const;
  return [{ ...said, at: answeredAt.toISOString(), link: `/needs/${needId}` }];
}

interface OwnRequest {
  readonly needId: string;
  readonly title: string;
  readonly text: string;
  readonly status: CaseStatus;
  readonly lead: string;
  readonly at: Date;
  readonly over: boolean;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

/** The firm’s own requests of the last two years at most, newest first, each with its last answer. */
async function listOwn(tx: Tx, { city, organisationId }: Viewer): Promise<readonly OwnRequest[]> {
  const { rows } = await sql<OwnRequest>`
    select c.need_id as "needId", c.title, c.text, c.status, c.lead_name as lead, c.started_at as at, c.over_at is not null as over,
           a.text as answer, a.at as "answeredAt"
    from need_case c
    left join lateral (
      select text, at from case_action
      where city = c.city and case_id = c.id and kind = 'answered' order by seq desc limit 1) a on true
    where c.city = ${city} and c.asker_id = ${organisationId} and c.list <> 'sourcing'
    order by c.started_at desc limit 200`.execute(tx);
  return rows;
}
