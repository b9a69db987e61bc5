import type { DutyClass } from '@zhitong/domain/directory/duty';
import type { CasePlacing } from '@zhitong/domain/needs/case-placing';
import type { ProposedMatter } from '@zhitong/domain/needs/case-proposal';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { decideLoanWish, type LoanWish, readLoanWish } from '@zhitong/domain/needs/loan-wish';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { routeReasonText } from '@zhitong/domain/needs/route-words';
import { Refusal } from '@zhitong/domain/refusal';
import { dutyAnswers } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import { holderIn, holderOfMatter, type MatterHolder, mattersToday } from './case-bodies.ts';
import { openCase } from './case-opening.ts';
import { getCaseRules } from './case-rules.ts';
import { type CaseHolder, type LockedCase, lockCase } from './case-store.ts';
import { placeInDistrict } from './district-bodies.ts';
import { askBanks } from './funding-asking.ts';
import { gapOfNeed } from './need-gap.ts';
import { refuseOverQuota } from './need-quota.ts';
import { insertNeed } from './need-store.ts';
import { enterPublisher, findTwinOf, keyOf, type Published } from './publisher.ts';
import type { DeskProposal } from './request-desk.ts';
import { attachFiles } from './request-file-store.ts';
import type { RouteDeps } from './request-views.ts';
import { takeSheet } from './technology-sending.ts';
import { type SheetWish, sheetOfRequest } from './technology-sheet.ts';

export interface Request extends SheetWish {
  readonly kind: Exclude<NeedKind, 'sourcing'>;
  readonly text: string;
  /** of the duty table, chosen by the person among what was proposed */
  readonly matter?: string | undefined;
  readonly body?: string | undefined;
  /** of a funding need */
  readonly banks?: readonly string[] | undefined;
  /** of a funding need, as the firm has checked it; absent: read from the text */
  readonly loan?: LoanWish | undefined;
  readonly files?: readonly string[] | undefined;
  /** `person`: the list was chosen by hand, and routing goes by it where the text is unsure */
  readonly listBy?: 'person' | 'platform' | undefined;
  /** of a chain, which it came from */
  readonly gap?: string | undefined;
  readonly idempotencyKey: string;
}

/** A problem, a wish for money or a technical question becomes a need and a case in one transaction, and its clock runs. */
export async function submitRequest(deps: RouteDeps, viewer: Viewer, request: Request): Promise<Published> {
  refuseBadText(request.text);
  const sheet = sheetOfRequest(request);
  const loan = request.kind === 'funding' ? decideLoanWish(request.loan ?? readLoanWish(request.text)) : null;
  const { effects } = deps;
  const at = effects.now();
  // before the transaction: routing reads what no firm may read, the corrections of clerks
  const proposed = proposedMatters(
    await deps.desk.propose(viewer.city, request.text, request.listBy === 'person' ? request.kind : undefined),
  );
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const key = keyOf(request);
    const publisher = await enterPublisher(tx, viewer, key);
    const twin = await findTwinOf(tx, { viewer, key, now: at });
    if (twin) return twin;
    const { city, organisationId, personId } = viewer;
    await refuseOverQuota(tx, { city, organisationId, list: request.kind, now: at });
    const sent = await addressee(tx, {
      ...{ city, day: cityDay(at), request, proposed, region: publisher.region },
    });
    const id = effects.newId();
    const gap = await gapOfNeed(tx, { city, gap: request.gap, today: cityDay(at) });
    const asked = { products: [], quantity: null, deadline: null, place: null, certificates: [], limits: [] };
    await insertNeed(tx, {
      ...{ ...asked, ...key, city, id, organisationId, organisationName: publisher.name, personId, kind: request.kind },
      ...{ buyerRegion: publisher.region, text: request.text, state: 'open', reach: 'city', notes: [], model: null },
      ...{ demo: publisher.demo, publishedAt: at, closedAt: null, gap },
    });
    await recordAudit(tx, effects, {
      action: 'need.published',
      subject: { kind: 'need', id },
      after: { text: request.text, list: request.kind },
    });
    const opened = await openCase(tx, effects, {
      ...{ city, needId: id, list: request.kind, text: request.text, demo: publisher.demo, at, ...sent, loan },
      asker: { id: organisationId, name: publisher.name, region: publisher.region },
      person: { id: personId, name: viewer.personName },
    });
    await askChosen(tx, deps, { viewer, caseId: opened.id, banks: request.banks ?? [], at });
    if (sheet) await takeSheet(tx, deps, { found: await getOpened(tx, { city, id: opened.id }), sheet, at });
    await attachFiles(tx, { city, needId: id, organisationId, files: request.files ?? [], at });
    return { need: { id, state: 'open' }, matched: 0, keptBack: false, case: opened };
  });
}

interface Addressee {
  readonly holder: CaseHolder;
  readonly dutyId: string | null;
  readonly class: DutyClass;
  readonly candidates: readonly ProposedMatter[];
  readonly placing?: CasePlacing | undefined;
  readonly chosen?: true | undefined;
}

interface Addressing {
  readonly city: string;
  readonly day: string;
  readonly request: Request;
  readonly proposed: Proposed;
  readonly region: string | null;
}

/** Who answers for it from the first second: the chosen matter, the chosen body, the likeliest matter when routing is sure, else the bureau. */
async function addressee(tx: Tx, addressing: Addressing): Promise<Addressee> {
  const { city, day, request, proposed, region } = addressing;
  const { candidates } = proposed;
  const list = request.kind;
  const likeliest = proposed.confident
    ? await matterOf(tx, { city, day, list, proposed: candidates.slice(0, 1) })
    : undefined;
  const chosen = request.matter ?? (request.body === undefined ? likeliest : undefined);
  if (chosen !== undefined) {
    const matter = await holderOfMatter(tx, { city, day, list, dutyId: chosen });
    const { dutyId, duty } = matter;
    return { ...(await ofDistrict(tx, addressing, matter)), dutyId, class: duty.class, candidates };
  }
  const desk = list === 'funding' ? await dutyAnswers.desk(tx, { city, list, day }) : undefined;
  if (desk && request.body === undefined) {
    const { bodyId, placing } = await placeInDistrict(tx, { city, list, bodyId: desk.id, region });
    return { ...(await unmatched(tx, { city, bodyId, day, list })), candidates, placing };
  }
  const bodyId = request.body ?? (await dutyAnswers.bureau(tx, { city, day }))?.id;
  if (bodyId === undefined) throw new Refusal('cases.no-bureau');
  const named = request.body === undefined ? undefined : (true as const);
  return { ...(await unmatched(tx, { city, bodyId, day, list })), candidates, chosen: named };
}

/** Without a matter: whoever answers in the body. */
const unmatched = async (tx: Tx, of: Parameters<typeof holderIn>[1]) => ({
  ...{ holder: await holderIn(tx, of), dutyId: null, class: 'normal' as const },
});

/** A matter that districts handle goes to the body of the firm's own one. */
async function ofDistrict(
  tx: Tx,
  { city, day, request: { kind: list }, region }: Addressing,
  { holder, duty }: MatterHolder,
): Promise<Pick<Addressee, 'holder' | 'placing'>> {
  if (duty.level !== 'district') return { holder };
  const { bodyId, placing } = await placeInDistrict(tx, { city, list, bodyId: holder.body.id, region });
  return { holder: bodyId === holder.body.id ? holder : await holderIn(tx, { city, bodyId, day, list }), placing };
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
  const found = await getOpened(tx, { city: viewer.city, id: caseId });
  const rules = await getCaseRules(tx, { city: viewer.city, day: cityDay(at) });
  await askBanks(tx, { effects, rules }, { found, viewer, banks, at });
}

async function getOpened(tx: Tx, of: { city: string; id: string }): Promise<LockedCase> {
  const found = await lockCase(tx, of);
  if (!found) throw new Refusal('platform.not-found');
  return found;
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
