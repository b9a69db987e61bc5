import { useQueryClient } from '@tanstack/react-query';
import { actOnCase, listCases } from '@zhitong/contract/needs/case-contract';
import { getSupervision, listWaitingCases } from '@zhitong/contract/needs/supervision-contract';
import { useEffect, useRef, useState } from 'react';
import { call } from '#platform/api';
import { isRefused, refresh } from '#platform/query';
import { offerUndo, undoSeconds } from '#ui/undo';

export interface AssignWish {
  readonly id: string;
  /** the number of the last action seen */
  readonly seq: number;
  readonly matter: string;
}

interface Outcome {
  readonly done: number;
  readonly failed: number;
  /** of the first that failed */
  readonly sentence: string;
}

/**
 * Assigns several cases. An assignment is told to the firm and teaches routing, so it is held for the ten seconds in which it can be
 * taken back, and only then sent; whoever leaves the page earlier sends it by leaving.
 */
export function useBulkAssign(onDone: (outcome: Outcome) => void) {
  const client = useQueryClient();
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set());
  const held = useRef<{ wishes: readonly AssignWish[]; timer: ReturnType<typeof setTimeout> }>(undefined);
  const told = useRef(onDone);
  told.current = onDone;
  const here = useRef(true);

  const flush = useRef(() => {
    const now = held.current;
    if (!now) return;
    held.current = undefined;
    clearTimeout(now.timer);
    void sendAll(now.wishes).then((outcome) => {
      refresh(client, listWaitingCases, getSupervision, listCases);
      if (!here.current) return;
      setPending(new Set());
      told.current(outcome);
    });
  });
  useEffect(() => {
    const send = flush.current;
    here.current = true;
    addEventListener('pagehide', send);
    return () => {
      removeEventListener('pagehide', send);
      here.current = false;
      send();
    };
  }, []);

  const assign = (wishes: readonly AssignWish[], sentence: string) => {
    flush.current();
    setPending(new Set(wishes.map(({ id }) => id)));
    held.current = { wishes, timer: setTimeout(flush.current, undoSeconds * 1_000) };
    offerUndo(sentence, () => {
      clearTimeout(held.current?.timer);
      held.current = undefined;
      setPending(new Set());
    });
  };
  return { pending, assign };
}

/** One after the other: each has its own outcome, and what a colleague did meanwhile is refused by itself. */
async function sendAll(wishes: readonly AssignWish[]): Promise<Outcome> {
  const sentences: string[] = [];
  for (const { id, seq, matter } of wishes)
    await call(actOnCase, { params: { id }, body: { action: 'transfer', matter, seen: seq } }).catch(
      (error: unknown) => {
        sentences.push(isRefused(error) ? error.message : '');
      },
    );
  return { done: wishes.length - sentences.length, failed: sentences.length, sentence: sentences[0] ?? '' };
}
