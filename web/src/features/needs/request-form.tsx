import { useQueryClient } from '@tanstack/react-query';
import { getHome } from '@zhitong/contract/matching/home-contract';
import { actOnCase, needTimeline } from '@zhitong/contract/needs/case-contract';
import { getNeed, listNeeds, publishNeed } from '@zhitong/contract/needs/need-contract';
import { type RouteReply, routeNeed } from '@zhitong/contract/needs/request-contract';
import type { RequestFile } from '@zhitong/contract/needs/request-file-contract';
import type { NeedKind } from '@zhitong/domain/needs/need';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { useGo } from '#platform/address';
import { call } from '#platform/api';
import { refresh, useAsk, useDo } from '#platform/query';
import { textOf } from '#platform/text';
import { offerUndo } from '#ui/undo';
import { type AnswerAccepting, useAnswerAccepting } from './answer-accepting.ts';
import type { Composer } from './composer.tsx';
import { type Publishing, rekeyAfter } from './publish.tsx';
import { requestText } from './request-text.ts';

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
    sending: useSending(composer, {
      list,
      chosenList: value.list !== undefined,
      matter,
      files: value.files ?? [],
      banks: value.banks ?? [],
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
}

/** Sends it once, however often the button is pressed; then its own page opens with ten seconds to take it back. */
function useSending(composer: Composer, { list, chosenList, matter, files, banks }: Sent): Publishing {
  const go = useGo();
  const client = useQueryClient();
  const sending = useDo(publishNeed);
  const { text, key } = composer.draft.value;
  const ready = text.trim() !== '' && text.length <= longestNeedText && list !== undefined && list !== 'sourcing';
  const publish = () => {
    if (!ready || sending.isPending) return;
    const body = {
      ...{ kind: list, text, idempotencyKey: key, files: files.map(({ id }) => id) },
      ...(matter && { matter }),
      ...(chosenList && { listBy: 'person' as const }),
    };
    const asked = list === 'funding' ? { ...body, banks: [...banks] } : body;
    sending.mutate(
      { body: asked },
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
  return { publish, ready, pending: sending.isPending, error: sending.error };
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
