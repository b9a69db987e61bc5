import { useQueryClient } from '@tanstack/react-query';
import { acceptAnswer } from '@zhitong/contract/needs/article-contract';
import { type RouteReply, routeNeed } from '@zhitong/contract/needs/request-contract';
import { useState } from 'react';
import { isRefused, refresh, useDo } from '#platform/query';

type Answer = RouteReply['answers'][number];

/** Being done before anything is sent. */
export interface AnswerAccepting {
  readonly accept: (answer: Pick<Answer, 'kind' | 'id'>) => void;
  /** the answer that is being accepted */
  readonly pending: string | undefined;
  readonly error: Error | null;
  readonly done: { readonly title: string; readonly body: string } | undefined;
  readonly clear: () => void;
}

/** `key` is that of the draft: the same answer to the same draft is counted once. */
export function useAnswerAccepting(key: string, onDone: () => void): AnswerAccepting {
  const client = useQueryClient();
  const accepting = useDo(acceptAnswer);
  const [done, setDone] = useState<AnswerAccepting['done']>();
  return {
    accept: ({ kind, id }) =>
      accepting.mutate(
        { body: { kind, id, idempotencyKey: `${key}.${id}` } },
        {
          onSuccess: ({ accepted }) => {
            setDone({ title: accepted.title, body: accepted.body.name });
            onDone();
          },
          // it was taken back a moment ago: the list is asked for again
          onError: (error) => {
            if (isRefused(error, 409)) refresh(client, routeNeed);
          },
        },
      ),
    pending: accepting.isPending ? accepting.variables.body.id : undefined,
    error: accepting.error,
    done,
    clear: () => setDone(undefined),
  };
}
