import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';

export interface CaseDeps {
  readonly database: Database;
  readonly effects: Effects;
}
