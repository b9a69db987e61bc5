import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { ChainDesk } from './chain-desk.ts';
import type { ExpectedDesk } from './expected-desk.ts';

export interface ChainDeps {
  readonly database: Database;
  readonly effects: Effects;
  readonly chains: ChainDesk;
}

/** What the gaps of a chain are told from besides. */
export interface GapDeps extends ChainDeps {
  readonly expected: ExpectedDesk;
}
