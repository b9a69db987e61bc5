import type { Db, Tx } from '#platform/database';
import type { Timestamp } from '#platform/tables';

/** Tables of the schema `auth` that we write ourselves; the others are Better Auth's alone. */
type AuthTables = {
  'auth.user': {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    username: string;
    displayUsername: string;
    createdAt: Timestamp;
    updatedAt: Timestamp;
  };
  'auth.account': {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string;
    createdAt: Timestamp;
    updatedAt: Timestamp;
  };
  'auth.sign_in_attempt': {
    name_hash: string;
    wrong: number;
    last_at: Timestamp;
    locked_until: Timestamp | null;
  };
};

export function authTables(db: Db | Tx) {
  return db.withTables<AuthTables>();
}
