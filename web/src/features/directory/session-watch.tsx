import { useQueryClient } from '@tanstack/react-query';
import { getSession } from '@zhitong/contract/directory/session-contract';
import { useEffect } from 'react';
import { refresh } from '#platform/query';

const every = 60_000;

/** Asks every minute whether the session still stands, so that a page nobody uses says so and hides what it shows. */
export function useSessionWatch(): void {
  const client = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => refresh(client, getSession), every);
    return () => clearInterval(timer);
  }, [client]);
}
