import type { Chain } from './chain.ts';
import { sealChain } from './chain-sealer.ts';
import type { Database } from './database.ts';

export const eventChain: Chain = {
  table: 'event',
  head: 'event_head',
  algorithm: 'sha256',
  columns: ['id', 'type', 'subject_id', 'audience', 'actor_id', 'payload', 'at'],
};

/** Answers the last position of the city's event log. */
export function sealEvents(database: Database, city: string): Promise<number> {
  return sealChain(database, eventChain, city);
}
