import { useQueryClient } from '@tanstack/react-query';
import { getHome } from '@zhitong/contract/matching/home-contract';
import { actOnCase, needTimeline } from '@zhitong/contract/needs/case-contract';
import { getNeed, listNeeds, publishNeed } from '@zhitong/contract/needs/need-contract';
import { type RouteReply, routeNeed } from '@zhitong/contract/needs/request-contract';
import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import { type LoanWish, readLoanWish } from '@zhitong/domain/needs/loan-wish';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { call } from '#platform/api';
import { refresh, useAsk, useDo } from '#platform/query';
import { textOf } from '#platform/text';
import { offerUndo } from '#ui/undo';
import { type AnswerAccepting, useAnswerAccepting } from './answer-accepting.ts';
import type { Composer } from './composer.tsx';
import { type Publishing, rekeyAfter } from './publish.tsx';
import { requestText } from './request-text.ts';
import { readSheet, type SheetFields, sheetBody, sheetProblems, writtenTargets } from './sheet-fields.ts';

/** One form for all four lists: what is proposed for the text, and what the person chose. */
export interface RequestForm {
  readonly proposal: RouteReply | undefined;
  readonly error: Error | null;
  /** undefined: nothing was written, or no list recognised */
  readonly list: NeedKind | undefined;
  readonly chosenList: boolean;
  readonly chooseList: (list: NeedKind) => void;
  /** the matter the person chose; undefined: the one routing is sure of, else the bureau's desk */
  readonly matter: string | undefined;
  readonly chooseMatter: (id: string | undefined) => void;
  readonly files: readonly RequestFile[];
  readonly setFiles: (files: readonly RequestFile[]) => void;
  /** that a funding need goes to at once */
  readonly banks: readonly string[];
  readonly setBanks: (banks: readonly string[]) => void;
  /** of a funding need: what was understood of the loan, to be corrected */
  readonly loan: LoanWish;
  readonly setLoan: (loan: LoanWish) => void;
  /** of a technology need: the sheet, and how many of its targets were read from the words alone */
  readonly sheet: SheetFields;
  readonly sheetRead: number | undefined;
  readonly setSheet: (sheet: SheetFields) => void;
  /** the person has tried to send: what is missing is named */
  readonly tried: boolean;
  readonly sending: Publishing;
  /** of an answer that exists already, in place of sending */
  readonly accepting: AnswerAccepting;
}

export function useRequestForm(composer: Composer): RequestForm {
  const { value } = composer.draft;
  const enabled = composer.settledText.trim() !== '' && composer.settledText.length <= longestNeedText;
  const chosen = value.list && { list: value.list };
  const asked = useAsk(routeNeed, { body: { text: composer.settledText, ...chosen } }, { enabled });
  const proposal = enabled ? asked.data : undefined;
  const list = value.list ?? (proposal && proposedList(proposal, composer));
  const sheet = value.sheet ?? readSheet(composer.wish.limits, composer.settledText);
  const loan = value.loan ?? readLoanWish(composer.settledText);
  const [tried, setTried] = useState(false);
  const matter = proposal?.candidates.some(({ duty }) => duty.id === value.matter) ? value.matter : undefined;
  return {
    ...{ proposal, list, matter, error: enabled ? asked.error : null },
    chosenList: value.list !== undefined,
    chooseList: (next) => composer.note({ list: next, matter: undefined }),
    chooseMatter: (next) => composer.note({ matter: next }),
    files: value.files ?? [],
    setFiles: (files) => composer.note({ files }),
    banks: value.banks ?? [],
    setBanks: (banks) => composer.note({ banks }),
    loan,
    setLoan: (next) => composer.note({ loan: next }),
    ...{ sheet, sheetRead: value.sheet ? undefined : writtenTargets(sheet).length, tried },
    setSheet: (next) => composer.note({ sheet: next }),
    sending: useSending(composer, {
      ...{
        list,
        chosenList: value.list !== undefined,
        matter,
        files: value.files ?? [],
        banks: value.banks ?? [],
        loan,
        sheet,
      },
      onTry: () => setTried(true),
    }),
    accepting: useAnswerAccepting(value.key, composer.discard),
  };
}

/** Words that name goods and little else are a need to buy them, whatever matter they resemble; so are those that resemble none. */
function proposedList({ list, confident }: RouteReply, { parse, wish, settledText }: Composer): NeedKind | undefined {
  if (wish.products.length === 0) return list ?? undefined;
  const { spans = [], issues = [] } = parse.data ?? {};
  const read = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const isGoods = issues.length > 0 || read >= settledText.trim().length / 2;
  if (isGoods || (!confident && (list === null || list === 'problem'))) return 'sourcing';
  return list ?? undefined;
}

interface Sent {
  readonly list: NeedKind | undefined;
  readonly chosenList: boolean;
  readonly matter: string | undefined;
  readonly files: readonly RequestFile[];
  readonly banks: readonly string[];
  readonly loan: LoanWish;
  readonly sheet: SheetFields;
  readonly onTry: () => void;
}

/** Sends it once, however often the button is pressed; then its own page opens with ten seconds to take it back. */
function useSending(composer: Composer, sent: Sent): Publishing {
  const { list, chosenList, matter, files, banks, loan, sheet, onTry } = sent;
  const go = useGo();
  const client = useQueryClient();
  const sending = useDo(publishNeed);
  const { text, key, gap } = composer.draft.value;
  const ready = text.trim() !== '' && text.length <= longestNeedText && list !== undefined && list !== 'sourcing';
  const publish = () => {
    if (!ready || sending.isPending) return;
    onTry();
    if (list === 'technology' && sheetProblems(sheet).length > 0) return;
    const body = {
      ...{ kind: list, text, idempotencyKey: key, files: files.map(({ id }) => id) },
      ...(matter && { matter }),
      ...(gap && { gap }),
      ...(chosenList && { listBy: 'person' as const }),
    };
    const more = {
      ...{ problem: {}, funding: { banks: [...banks], loan: { ...loan, guarantees: [...loan.guarantees] } } },
      technology: sheetBody(sheet) ?? { targets: null },
    };
    sending.mutate(
      { body: { ...body, ...more[list] } },
      {
        onSuccess: ({ need, case: opened }) => {
          composer.discard();
          refresh(client, listNeeds, getHome);
          go(`/needs/${need.id}`);
          void offerWithdrawal(need.id, opened?.id, () => refresh(client, needTimeline, getNeed, listNeeds));
        },
        onError: (error) => rekeyAfter(error, composer),
      },
    );
  };
  return { publish, ready, pending: sending.isPending, error: sending.error, keptBack: null };
}

/** Says who has it and by when the first answer comes; taking it back is an honest withdrawal. */
async function offerWithdrawal(needId: string, caseId: string | undefined, onDone: () => void): Promise<void> {
  const seen = await call(needTimeline, { params: { id: needId } }).catch(() => undefined);
  const sentence = textOf(requestText)('sent', { next: seen?.next ?? '' });
  offerUndo(sentence, () => {
    if (caseId === undefined) return;
    void call(actOnCase, { params: { id: caseId }, body: { action: 'withdraw' } })
      .catch(() => undefined)
      .then(onDone);
  });
}
