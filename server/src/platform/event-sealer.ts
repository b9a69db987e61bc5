import { type Chain, columnsHash } from './chain.ts';
import { sealChain } from './chain-sealer.ts';
import type { Database } from './database.ts';

const columns = ['id', 'type', 'subject_id', 'audience', 'actor_id', 'payload', 'at'];

export const eventChain: Chain = {
  table: 'event',
  head: 'event_head',
  select: columns.join(', '),
  hash: columnsHash('sha256', columns),
};

/** Answers the last position of the city's event log. */
export function sealEvents(database: Database, city: string): Promise<number> {
  return sealChain(database, eventChain, city);
}
