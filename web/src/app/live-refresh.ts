import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { listInbox } from '@zhitong/contract/matching/inbox-contract';
import type { EventType } from '@zhitong/domain/matching/event';
import { useEffect } from 'react';
import { call } from '#platform/api';
import { followLive, liveStore } from '#platform/live';
import { useMay } from '#platform/may';
import { refresh } from '#platform/query';
import { useViewer } from './viewer-context.tsx';

/** The table of what an event touches knows every question there is: no first screen waits for it. */
const readTable = () => import('./live-touched.ts');

/** Where the table cannot be fetched, all that is on screen is asked again. */
async function touchedBy(client: QueryClient, type: EventType): Promise<void> {
  const table = await readTable().catch(() => undefined);
  if (table) refresh(client, ...table.touched[type]);
  else everything(client);
}

function everything(client: QueryClient): void {
  void client.invalidateQueries();
}

/** Keeps the screen true: each event refreshes what it touches, and a reconnect catches up from the inbox by cursor. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  const { watching } = useViewer();
  const told = useMay()('inbox.see') && !watching;
  useEffect(() => {
    if (!told) return;
    let wasLost = false;
    let cursor: number | undefined;
    void call(listInbox, { query: { limit: 1 } })
      .then((reply) => {
        cursor = reply.cursor;
      })
      .catch(() => undefined);
    const stopMark = liveStore.subscribe(() => {
      const { open, since } = liveStore.get();
      if (!open && since) wasLost = true;
      if (!open || !wasLost) return;
      wasLost = false;
      void catchUp(cursor).then((next) => {
        cursor = next ?? cursor;
      });
      everything(client);
    });
    const stop = followLive((type) => void touchedBy(client, type));
    return () => {
      stopMark();
      stop();
    };
  }, [client, told]);
}

/** Counts what was missed, for the live mark; the rows themselves are asked for again. */
async function catchUp(after: number | undefined): Promise<number | undefined> {
  const reply = await call(listInbox, { query: { limit: 200, ...(after !== undefined && { after }) } }).catch(
    () => undefined,
  );
  if (reply && after !== undefined) liveStore.set({ ...liveStore.get(), caughtUp: reply.entries.length });
  return reply?.cursor;
}
