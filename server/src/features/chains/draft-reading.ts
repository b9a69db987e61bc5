import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import type { ChainVersionState } from '@zhitong/domain/chains/chain-version';
import { allowedDraftActions, type DraftAction, type DraftDeed } from '@zhitong/domain/chains/draft-state';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export interface StoredDraft {
  readonly city: string;
  readonly chainId: string;
  readonly number: number;
  readonly state: ChainVersionState;
  readonly edition: number;
  readonly validFrom: string;
  readonly content: ChainContent;
}

export interface StoredDeed extends DraftDeed {
  /** the edition it left behind */
  readonly seq: number;
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** When it was written last, and by whom. */
export interface Written {
  readonly at: Date;
  readonly by: string;
}

/** Whether something can still be done with it. */
export const isOpen = ({ state }: Pick<StoredDraft, 'state'>): boolean => allowedDraftActions[state].length > 0;

/** The version that was begun last, whatever has become of it. */
export async function findLatest(
  tx: Tx,
  { city, id }: { city: string; id: string },
): Promise<(StoredDraft & { readonly written: Written }) | undefined> {
  const row = await tx
    .selectFrom('chain_version')
    .select(['number', 'state', 'edition', 'valid_from', 'content', 'written_at', 'written_by'])
    .where('city', '=', city)
    .where('chain_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      ...{ city, chainId: id, number: row.number, state: wordColumn<ChainVersionState>(row.state) },
      ...{ edition: row.edition, validFrom: row.valid_from, content: jsonColumn<ChainContent>(row.content) },
      written: { at: row.written_at, by: row.written_by },
    }
  );
}

/** What led to its state, first to last. Savings lead nowhere and are as many as somebody draws: of them only the last one is read. */
export async function listDeeds(
  tx: Tx,
  { city, chainId, number, edition }: Pick<StoredDraft, 'city' | 'chainId' | 'number' | 'edition'>,
): Promise<StoredDeed[]> {
  const rows = await tx
    .selectFrom('chain_action')
    .select(['seq', 'action', 'person_id', 'person_name', 'at', 'reason'])
    .where('city', '=', city)
    .where('chain_id', '=', chainId)
    .where('number', '=', number)
    .where((or) => or.or([or('action', '!=', 'save'), or('seq', '=', edition)]))
    .orderBy('seq', 'desc')
    .limit(200)
    .execute();
  return rows.reverse().map((row) => ({
    ...{ seq: row.seq, action: wordColumn<DraftAction>(row.action), personId: row.person_id },
    ...{ by: row.person_name, at: row.at, reason: row.reason },
  }));
}

/** The draft of a chain that is open, with what led to it; undefined: none is. */
export async function findDraft(tx: Tx, key: { city: string; id: string }) {
  const draft = await findLatest(tx, key);
  return draft && isOpen(draft) ? { draft, deeds: await listDeeds(tx, draft) } : undefined;
}

/** Every draft of the city that is open, the one written last first. */
export async function listOpenDrafts(tx: Tx, city: string) {
  const rows = await tx
    .selectFrom('chain_version')
    .innerJoin('chain', (join) =>
      join.onRef('chain.city', '=', 'chain_version.city').onRef('chain.id', '=', 'chain_version.chain_id'),
    )
    .select(['chain.id', 'chain.slug', 'number', 'state', 'content', 'written_at', 'written_by'])
    .where('chain_version.city', '=', city)
    .where('state', 'in', ['draft', 'review'])
    .orderBy('written_at', 'desc')
    .orderBy('chain.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, slug: row.slug, number: row.number, state: wordColumn<ChainVersionState>(row.state) },
    ...{ content: jsonColumn<ChainContent>(row.content), written: { at: row.written_at, by: row.written_by } },
  }));
}
