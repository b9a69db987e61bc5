import type { DutyClass } from '@zhitong/domain/directory/duty';
import type { ProposedMatter } from '@zhitong/domain/needs/case-proposal';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { routeReasonText } from '@zhitong/domain/needs/route-words';
import { Refusal } from '@zhitong/domain/refusal';
import { dutyAnswers } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { holderIn, holderOfMatter, mattersToday } from './case-bodies.ts';
import { openCase } from './case-opening.ts';
import { getCaseRules } from './case-rules.ts';
import { type CaseHolder, lockCase } from './case-store.ts';
import { askBanks } from './funding-asking.ts';
import { refuseOverQuota } from './need-quota.ts';
import { insertNeed } from './need-store.ts';
import { enterPublisher, findTwinOf, keyOf, type Published } from './publisher.ts';
import type { DeskProposal } from './request-desk.ts';
import { attachFiles } from './request-file-store.ts';
import type { RouteDeps } from './request-views.ts';

export interface Request {
  readonly kind: Exclude<NeedKind, 'sourcing'>;
  readonly text: string;
  /** of the duty table, chosen by the person among what was proposed */
  readonly matter?: string | undefined;
  readonly body?: string | undefined;
  /** of a funding need */
  readonly banks?: readonly string[] | undefined;
  readonly files?: readonly string[] | undefined;
  readonly idempotencyKey: string;
}

/** A problem, a wish for money or a technical question becomes a need and a case in one transaction, and its clock runs. */
export async function submitRequest(deps: RouteDeps, viewer: Viewer, request: Request): Promise<Published> {
  refuseBadText(request.text);
  const { effects } = deps;
  const at = effects.now();
  // before the transaction: routing reads what no firm may read, the corrections of clerks
  const proposed = proposedMatters(await deps.desk.propose(viewer.city, request.text));
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const key = keyOf(request);
    const publisher = await enterPublisher(tx, viewer, key);
    const twin = await findTwinOf(tx, { viewer, key, now: at });
    if (twin) return twin;
    const { city, organisationId, personId } = viewer;
    await refuseOverQuota(tx, { city, organisationId, list: request.kind, now: at });
    const sent = await addressee(tx, { city, day: cityDay(at), request, proposed });
    const id = effects.newId();
    const asked = { products: [], quantity: null, deadline: null, place: null, certificates: [], limits: [] };
    await insertNeed(tx, {
      ...{ ...asked, ...key, city, id, organisationId, organisationName: publisher.name, personId, kind: request.kind },
      ...{ buyerRegion: publisher.region, text: request.text, state: 'open', reach: 'city', notes: [], model: null },
      ...{ demo: publisher.demo, publishedAt: at, closedAt: null },
    });
    await recordAudit(tx, effects, {
      action: 'need.published',
      subject: { kind: 'need', id },
      after: { text: request.text, list: request.kind },
    });
    const opened = await openCase(tx, effects, {
      ...{ city, needId: id, list: request.kind, text: request.text, demo: publisher.demo, at, ...sent },
      asker: { id: organisationId, name: publisher.name, region: publisher.region },
      person: { id: personId, name: viewer.personName },
    });
    await askChosen(tx, deps, { viewer, caseId: opened.id, banks: request.banks ?? [], at });
    await attachFiles(tx, { city, needId: id, organisationId, files: request.files ?? [], at });
    return { need: { id, state: 'open' }, matched: 0, case: opened };
  });
}

interface Addressee {
  readonly holder: CaseHolder;
  readonly dutyId: string | null;
  readonly class: DutyClass;
  readonly candidates: readonly ProposedMatter[];
}

/** Who answers for it from the first second: the chosen matter, the chosen body, the likeliest matter when routing is sure, else the bureau. */
async function addressee(
  tx: Tx,
  { city, day, request, proposed }: { city: string; day: string; request: Request; proposed: Proposed },
): Promise<Addressee> {
  const { candidates } = proposed;
  const list = request.kind;
  const likeliest = proposed.confident
    ? await matterOf(tx, { city, day, list, proposed: candidates.slice(0, 1) })
    : undefined;
  const chosen = request.matter ?? (request.body === undefined ? likeliest : undefined);
  if (chosen !== undefined) {
    const { holder, dutyId, duty } = await holderOfMatter(tx, { city, day, list, dutyId: chosen });
    return { holder, dutyId, class: duty.class, candidates };
  }
  const desk = list === 'funding' ? await dutyAnswers.desk(tx, { city, list, day }) : undefined;
  const bodyId = request.body ?? (desk ?? (await dutyAnswers.bureau(tx, { city, day })))?.id;
  if (bodyId === undefined) throw new Refusal('cases.no-bureau');
  return { holder: await holderIn(tx, { city, bodyId, day, list }), dutyId: null, class: 'normal', candidates };
}

/** The likeliest matter, as long as it is in force today and no bank answers for it where banks make offers. */
async function matterOf(tx: Tx, of: Parameters<typeof mattersToday>[1]): Promise<string | undefined> {
  return (await mattersToday(tx, of))[0]?.dutyId;
}

/** The case is locked by its own making; the banks the firm chose are asked in the same transaction. */
async function askChosen(
  tx: Tx,
  { effects }: RouteDeps,
  { viewer, caseId, banks, at }: { viewer: Viewer; caseId: string; banks: readonly string[]; at: Date },
): Promise<void> {
  if (banks.length === 0) return;
  const found = await lockCase(tx, { city: viewer.city, id: caseId });
  if (!found) throw new Refusal('platform.not-found');
  const rules = await getCaseRules(tx, { city: viewer.city, day: cityDay(at) });
  await askBanks(tx, { effects, rules }, { found, viewer, banks, at });
}

interface Proposed {
  readonly candidates: readonly ProposedMatter[];
  readonly confident: boolean;
}

/** As the case keeps it, for the clerk who corrects it and the arbitration of a second hand-back. */
function proposedMatters({ candidates, confident, numberOf }: DeskProposal): Proposed {
  return {
    confident,
    candidates: candidates.map(({ matter, confidence, reasons }) => ({
      ...{ dutyId: matter.id, number: numberOf(matter.id), title: matter.title, confidence },
      ...{ bodyId: matter.body.id, bodyName: matter.body.name },
      reasons: reasons.map((reason) => routeReasonText(reason, 'zh')),
    })),
  };
}

function refuseBadText(text: string): void {
  if (text.trim() === '') throw new Refusal('needs.text-empty');
  if (text.length > longestNeedText)
    throw new Refusal('needs.text-too-long', { length: text.length.toLocaleString('en') });
}
