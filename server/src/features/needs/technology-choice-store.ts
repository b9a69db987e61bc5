import type { PassedOverCode } from '@zhitong/domain/needs/answer-choice';
import type { TargetAnswer } from '@zhitong/domain/needs/target-answer';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import type { SheetAsk } from './technology-store.ts';

export interface StoredAnswer {
  readonly id: string;
  readonly askId: string;
  readonly items: readonly TargetAnswer[];
  readonly isReplaced: boolean;
}

/** Answers to some asks, the newest first: those that stand, and those that were replaced. */
export async function listAnswers(tx: Tx, city: string, askIds: readonly string[]): Promise<readonly StoredAnswer[]> {
  if (askIds.length === 0) return [];
  const rows = await tx
    .selectFrom('technology_answer')
    .select(['id', 'ask_id', 'items', 'replaced_at'])
    .where('city', '=', city)
    .where('ask_id', 'in', [...askIds])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1_000)
    .execute();
  return rows.map(({ id, ask_id, items, replaced_at }) => ({
    ...{ id, askId: ask_id, items: jsonColumn<readonly TargetAnswer[]>(items), isReplaced: replaced_at !== null },
  }));
}

type Of = Pick<SheetAsk, 'city' | 'id'>;

/** Requires: the asks of the case are locked, and none of them is chosen. */
export async function markChosen(tx: Tx, { city, id }: Of, { answerId, at }: { answerId: string; at: Date }) {
  await tx
    .updateTable('technology_ask')
    .set({ chosen_at: at, chosen_answer: answerId })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

export async function markPassedOver(tx: Tx, { city, id }: Of, { code, at }: { code: PassedOverCode; at: Date }) {
  await tx
    .updateTable('technology_ask')
    .set({ passed_at: at, passed_code: code })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute();
}

/** Nothing is taken any more. Answers with those it had been said to. */
export async function clearChoice(tx: Tx, { city, caseId }: { city: string; caseId: string }) {
  const rows = await tx
    .updateTable('technology_ask')
    .set({ chosen_at: null, chosen_answer: null, passed_at: null, passed_code: null })
    .where('city', '=', city)
    .where('case_id', '=', caseId)
    .where((or) => or.or([or('chosen_at', 'is not', null), or('passed_at', 'is not', null)]))
    .returning(['city', 'id', 'need_id', 'title', 'body_id', 'body_name', 'asker_id', 'asker_name'])
    .execute();
  return rows.map((row) => ({
    ...{ city: row.city, id: row.id, needId: row.need_id, title: row.title },
    ...{ body: { id: row.body_id, name: row.body_name }, asker: { id: row.asker_id, name: row.asker_name } },
  }));
}
