import { Refusal } from '@zhitong/domain/refusal';
import pg from 'pg';

/** What the database's own constraints on posts mean; two givers at once meet only there. */
const meanings: Readonly<Record<string, string>> = {
  post_one_administrator: 'directory.administrators-apart',
  post_once: 'directory.post-held-already',
};

export async function refusingOverlaps<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? meanings[error.constraint ?? ''] : undefined;
    throw code === undefined ? error : new Refusal(code, { name });
  }
}
