import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { ChainDesk } from './chain-desk.ts';

export interface ChainDeps {
  readonly database: Database;
  readonly effects: Effects;
  readonly chains: ChainDesk;
}
