import { caseTitle } from '@zhitong/domain/needs/case-title';
import { cityDay } from '@zhitong/domain/needs/city-day';
import type { NeedClassing } from '@zhitong/domain/needs/need-class';
import { classifyNeed } from '@zhitong/domain/needs/need-classifier';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import { dutyAnswers } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, type Context } from '#platform/context';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import { countUndecided, insertKept } from './kept-store.ts';
import { getSourcingTerms } from './sourcing-terms-store.ts';

const day = 86_400_000;

/** What a text is, by its words and by what the firm did before; null: a wish. */
export async function classOf(
  tx: Tx,
  {
    viewer,
    text,
    productIds,
    now,
  }: {
    viewer: { readonly city: string; readonly organisationId: string };
    text: string;
    productIds: readonly string[];
    now: Date;
  },
): Promise<NeedClassing | null> {
  const { city, organisationId } = viewer;
  const { fishing } = await getSourcingTerms(tx, { city, day: cityDay(now) });
  const since = new Date(now.getTime() - fishing.days * day);
  const lying = new Date(now.getTime() - fishing.ignoredDays * day);
  const undecided = await countUndecided(tx, { city, organisationId, productIds, since, lying, today: cityDay(now) });
  const hasProduct = productIds.length > 0;
  return classifyNeed({ text, hasProduct, history: { undecided, most: fishing.needs } });
}

/** Keeps a need back with its reasons: the firm is told, and so is the bureau, which may let it through. */
export async function keepBack(
  tx: Tx,
  effects: Effects,
  { need, classing, context }: { need: PublishedNeed; classing: NeedClassing; context: Context },
): Promise<void> {
  const { city, id, organisationId: askerId, demo, publishedAt: at } = need;
  await asSystem(tx, context, () => insertKept(tx, need, { askerId, classing, at, demo }));
  const bureau = await dutyAnswers.bureau(tx, { city, day: cityDay(at) });
  await recordAudit(tx, effects, {
    action: 'need.kept-back',
    subject: { kind: 'need', id },
    after: { class: classing.class, reasons: classing.reasons.map(({ code }) => code) },
  });
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'need.kept-back', subjectId: id, at },
      audience: [...new Set([askerId, ...(bureau ? [bureau.id] : [])])],
      payload: { needId: id, title: caseTitle(need.text), class: classing.class },
    },
  ]);
}
