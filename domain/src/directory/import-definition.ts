import type { ImportValues } from './import-cell.ts';
import type { ImportColumn } from './import-column.ts';
import { dutyColumns } from './import-columns-duty.ts';
import { offerColumns } from './import-columns-offer.ts';
import { organisationColumns } from './import-columns-organisation.ts';
import { peopleColumns } from './import-columns-people.ts';
import { purchaseColumns } from './import-columns-purchase.ts';
import type { ImportFinding } from './import-finding.ts';
import { judgeDutyRow, judgeOfferRow, judgeOrganisationRow, judgePersonRow } from './import-judging.ts';
import type { ImportKind } from './import-kind.ts';
import { judgePurchaseRow } from './import-purchase-facts.ts';

/** What a kind of sheet holds, and what a row must satisfy as a whole. */
export interface ImportDefinition {
  readonly columns: readonly ImportColumn[];
  /** columns that together may stand in one row only */
  readonly unique: readonly (readonly string[])[];
  /** `today`: of the day the file came */
  readonly judge: (values: ImportValues, today: string) => readonly ImportFinding[];
}

const definitions: Readonly<Record<ImportKind, ImportDefinition>> = {
  organisations: { columns: organisationColumns, unique: [['creditCode'], ['name']], judge: judgeOrganisationRow },
  people: { columns: peopleColumns, unique: [['phone', 'body', 'role', 'from']], judge: judgePersonRow },
  offers: { columns: offerColumns, unique: [['product', 'body']], judge: judgeOfferRow },
  duties: { columns: dutyColumns, unique: [['number']], judge: judgeDutyRow },
  purchases: { columns: purchaseColumns, unique: [], judge: judgePurchaseRow },
};

export function importDefinition(kind: ImportKind): ImportDefinition {
  return definitions[kind];
}
