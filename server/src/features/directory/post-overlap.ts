import { judgeApart, type RoleSpan } from '@zhitong/domain/directory/post-apart';
import type { PostRefusalCode } from '@zhitong/domain/directory/post-refusals';
import { Refusal } from '@zhitong/domain/refusal';
import pg from 'pg';
import type { Tx } from '#platform/database';
import { listRoleSpans } from './post-store.ts';

/** What the database's own constraints on posts mean; two givers at once meet only there. */
const meanings: Readonly<Record<string, PostRefusalCode>> = {
  post_one_administrator: 'directory.administrators-apart',
  post_administrator_apart: 'directory.administrator-and-business',
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

interface Wish {
  readonly city: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly wanted: RoleSpan;
  /** posts that end in the same change */
  readonly besides?: readonly string[];
}

/** 三员 are apart from one another and from the city's business: said here, kept by the database. */
export async function refuseMixing(tx: Tx, { city, person, wanted, besides }: Wish): Promise<void> {
  const held = await listRoleSpans(tx, { city, personId: person.id, since: wanted.from, besides });
  const verdict = judgeApart(held, wanted);
  const { name } = person;
  if (verdict === 'other-administrator') throw new Refusal('directory.administrators-apart', { name });
  if (verdict === 'administrator-and-business') throw new Refusal('directory.administrator-and-business', { name });
}
