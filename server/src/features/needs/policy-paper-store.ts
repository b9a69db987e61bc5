import type { Paper, PaperDeed, PaperState, PolicyContent } from '@zhitong/domain/needs/policy-paper';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';

export interface StoredPaper extends Paper {
  readonly city: string;
  readonly id: string;
  readonly content: PolicyContent;
}

export interface PaperWriter {
  /** null: the demo city */
  readonly personId: string | null;
  readonly personName: string;
  readonly organisationName: string;
  readonly at: Date;
}

export async function insertPaper(tx: Tx, paper: StoredPaper, by: PaperWriter): Promise<void> {
  await tx
    .insertInto('policy_paper')
    .values({
      ...{ city: paper.city, id: paper.id, body_id: paper.content.bodyId, content: JSON.stringify(paper.content) },
      ...{ state: paper.state, edition: paper.edition, version: paper.version },
      ...{ written_at: by.at, written_by: by.personName },
    })
    .execute();
}

/** Held until the transaction ends: of two editors one comes first. Undefined: there is none, or it is not the reader’s. */
export async function lockPaper(tx: Tx, { city, id }: { city: string; id: string }): Promise<StoredPaper | undefined> {
  const row = await tx
    .selectFrom('policy_paper')
    .select(['city', 'id', 'content', 'state', 'edition', 'version'])
    .where('city', '=', city)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return (
    row && {
      ...{ city: row.city, id: row.id, edition: row.edition, version: row.version },
      ...{ content: jsonColumn<PolicyContent>(row.content), state: wordColumn<PaperState>(row.state) },
    }
  );
}

export async function writePaper(tx: Tx, paper: StoredPaper, by: PaperWriter): Promise<void> {
  await tx
    .updateTable('policy_paper')
    .set({
      ...{ body_id: paper.content.bodyId, content: JSON.stringify(paper.content), state: paper.state },
      ...{ edition: paper.edition, version: paper.version, written_at: by.at, written_by: by.personName },
    })
    .where('city', '=', paper.city)
    .where('id', '=', paper.id)
    .execute();
}

export async function insertPaperChange(
  tx: Tx,
  paper: StoredPaper,
  { deed, by }: { deed: PaperDeed; by: PaperWriter },
): Promise<void> {
  await tx
    .insertInto('policy_change')
    .values({
      ...{ city: paper.city, policy_id: paper.id, edition: paper.edition, deed, version: paper.version },
      ...{ body_id: paper.content.bodyId, content: JSON.stringify(paper.content), at: by.at },
      ...{ person_id: by.personId, person_name: by.personName, organisation_name: by.organisationName },
    })
    .execute();
}
