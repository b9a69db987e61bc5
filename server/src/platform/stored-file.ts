import { createHash } from 'node:crypto';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyReply } from 'fastify';
import { enteredContext } from './context.ts';
import type { Tx } from './database.ts';
import type { Effects } from './effects.ts';

/** What a file is kept for. */
export type StoredFileKind = 'evidence' | 'import-upload' | 'import-errors' | 'request-file';

export interface NewFile {
  readonly kind: StoredFileKind;
  /** cleaned by `cleanFileName` */
  readonly name: string;
  /** media type, found from the content */
  readonly type: string;
  readonly content: Buffer;
  readonly personId: string;
  /** null: of a person who holds no post yet */
  readonly organisationId: string | null;
}

export interface StoredFile {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly storedAt: Date;
}

/** Keeps a file in the transaction of the row that needs it: both are there, or neither. */
export async function storeFile(tx: Tx, effects: Effects, file: NewFile): Promise<StoredFile> {
  const { city } = enteredContext(tx);
  const { content, ...facts } = file;
  const stored = { ...facts, id: effects.newId(), bytes: content.length, storedAt: effects.now() };
  await tx
    .insertInto('stored_file')
    .values({
      ...{ city, id: stored.id, kind: stored.kind, name: stored.name, type: stored.type, bytes: stored.bytes },
      ...{ organisation_id: stored.organisationId, person_id: stored.personId, stored_at: stored.storedAt },
      sha256: createHash('sha256').update(content).digest('hex'),
    })
    .execute();
  await tx.insertInto('stored_content').values({ city, file_id: stored.id, content }).execute();
  return stored;
}

/** Files by their ids, as far as this context may see them; without their bytes. */
export async function listStoredFiles(tx: Tx, ids: readonly string[]): Promise<readonly StoredFile[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('stored_file')
    .select(['id', 'kind', 'name', 'type', 'bytes', 'person_id', 'organisation_id', 'stored_at'])
    .where('city', '=', enteredContext(tx).city)
    .where('id', 'in', ids)
    .orderBy('stored_at')
    .orderBy('id')
    .execute();
  return rows.map(({ person_id: personId, organisation_id: organisationId, stored_at: storedAt, ...row }) => ({
    ...row,
    ...{ personId, organisationId, storedAt },
  }));
}

/** The same for one that must be there. */
export async function getStoredFile(tx: Tx, id: string): Promise<StoredFile> {
  const [file] = await listStoredFiles(tx, [id]);
  if (!file) throw new Refusal('platform.not-found');
  return file;
}

export async function getStoredContent(tx: Tx, id: string): Promise<Buffer> {
  const row = await tx
    .selectFrom('stored_content')
    .select('content')
    .where('city', '=', enteredContext(tx).city)
    .where('file_id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Refusal('platform.not-found');
  return row.content;
}

/** Hands a file out so that a browser saves it and never runs it. */
export function sendStoredFile(reply: FastifyReply, file: { readonly name: string; readonly type: string }): void {
  reply.header('content-type', file.type);
  reply.header('content-disposition', attachment(file.name));
  reply.header('x-content-type-options', 'nosniff');
  reply.header('content-security-policy', "sandbox; default-src 'none'");
  reply.header('cache-control', 'no-store');
}

/** RFC 6266: a plain name for old readers, the real one in the form of RFC 5987. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
