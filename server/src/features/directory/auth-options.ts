import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';
import type { PasswordHasher } from './password-hash.ts';
import type { Sessions } from './session-service.ts';

/** What every use case of the sign-in works with. */
export interface AuthUse {
  readonly database: Database;
  readonly effects: Effects;
  readonly sessions: Sessions;
  readonly hasher: PasswordHasher;
  readonly secret: string;
  /** of this installation: what happens to names nobody has is told here */
  readonly city: string;
}
