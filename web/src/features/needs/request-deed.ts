import { useQueryClient } from '@tanstack/react-query';
import { actOnCase, confirmNeed, needTimeline } from '@zhitong/contract/needs/case-contract';
import { getNeed, listNeeds } from '@zhitong/contract/needs/need-contract';
import type { CaseRequest } from '@zhitong/domain/needs/case-request';
import { refresh, useDo } from '#platform/query';

interface Deed {
  readonly action: CaseRequest;
  readonly text?: string;
  readonly files?: string[];
}

/** What the firm does to its request; afterwards, also when it is refused, the page is asked for again. */
export function useRequestDeed(caseId: string) {
  const client = useQueryClient();
  const acting = useDo(actOnCase);
  const act = (body: Deed, onSuccess?: () => void) =>
    acting.mutate(
      { params: { id: caseId }, body },
      { ...(onSuccess && { onSuccess }), onSettled: () => refresh(client, needTimeline, getNeed, listNeeds) },
    );
  return { act, error: acting.error, pending: acting.isPending };
}

/** The firm's word on an answer. */
export function useRequestWord(needId: string) {
  const client = useQueryClient();
  const saying = useDo(confirmNeed);
  const say = (body: { solved: boolean; text?: string }) =>
    saying.mutate(
      { params: { id: needId }, body },
      { onSettled: () => refresh(client, needTimeline, getNeed, listNeeds) },
    );
  return { say, error: saying.error, pending: saying.isPending };
}
