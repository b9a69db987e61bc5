import { useQueryClient } from '@tanstack/react-query';
import { getSession } from '@zhitong/contract/directory/session-contract';
import { useEffect } from 'react';
import { awayStore } from '#platform/away';
import { refresh } from '#platform/query';
import { useStore } from '#platform/store';

const every = 60_000;
/** While the database is away, how often it is asked for. */
const everyWhileAway = 5_000;

/**
 * Asks every minute whether the session still stands, so that a page nobody uses says so and hides what it shows;
 * more often while the database is away, so that the page mends itself when it is back.
 */
export function useSessionWatch(): void {
  const client = useQueryClient();
  const away = useStore(awayStore).since !== undefined;
  useEffect(() => {
    const timer = setInterval(() => refresh(client, getSession), away ? everyWhileAway : every);
    return () => {
      clearInterval(timer);
      // it is back: what could not be asked meanwhile is asked now
      if (away) void client.invalidateQueries();
    };
  }, [client, away]);
}
