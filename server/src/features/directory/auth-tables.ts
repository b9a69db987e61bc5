import type { Db, Tx } from '#platform/database';
import type { Timestamp } from '#platform/tables';

/** Tables of the schema `auth` that we read and write ourselves; Better Auth alone makes sessions. */
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
    /** null: opened by an administrator, the link not used yet */
    password: string | null;
    createdAt: Timestamp;
    updatedAt: Timestamp;
  };
  'auth.session': {
    id: string;
    userId: string;
    ipAddress: string | null;
    userAgent: string | null;
    signedInAt: Timestamp;
    lastUsedAt: Timestamp;
    factorAt: Timestamp | null;
    method: string;
    viewingPost: string | null;
    viewingUntil: Timestamp | null;
  };
  'auth.sign_in_attempt': {
    name_hash: string;
    wrong: number;
    last_at: Timestamp;
    locked_until: Timestamp | null;
  };
  'auth.second_factor': {
    user_id: string;
    sealed_secret: string | null;
    created_at: Timestamp;
    confirmed_at: Timestamp | null;
    last_step: number;
  };
  'auth.recovery_code': { user_id: string; code_hash: string; used_at: Timestamp | null };
  'auth.password_link': {
    token_hash: string;
    user_id: string;
    created_at: Timestamp;
    expires_at: Timestamp;
    used_at: Timestamp | null;
  };
};

export function authTables(db: Db | Tx) {
  return db.withTables<AuthTables>();
}
