import type { ImportValue } from './import-cell.ts';
import type { ImportColumn } from './import-column.ts';
import { organisationColumns } from './import-columns-organisation.ts';
import type { ImportFinding } from './import-finding.ts';
import type { ImportKind } from './import-kind.ts';

export type ImportValues = Readonly<Record<string, ImportValue>>;

/** What a kind of sheet holds, and what a row must satisfy as a whole. */
export interface ImportDefinition {
  readonly columns: readonly ImportColumn[];
  /** columns that together may stand in one row only */
  readonly unique: readonly (readonly string[])[];
  readonly judge: (values: ImportValues) => readonly ImportFinding[];
}

const definitions: Readonly<Record<ImportKind, ImportDefinition>> = {
  organisations: { columns: organisationColumns, unique: [['creditCode'], ['name']], judge: judgeOrganisation },
};

export function importDefinition(kind: ImportKind): ImportDefinition {
  return definitions[kind];
}

function judgeOrganisation(values: ImportValues): readonly ImportFinding[] {
  const findings: ImportFinding[] = [];
  if ((values.contactName === null) !== (values.contactPhone === null))
    findings.push({ column: 'contactPhone', code: 'contact.half', severity: 'error', params: {} });
  const { industry, parent } = values;
  if (typeof industry === 'string' && !/^[A-T]\d{0,4}$/i.test(industry))
    findings.push({ column: 'industry', code: 'industry.unknown', severity: 'error', params: { value: industry } });
  if (parent !== null && (parent === values.name || parent === values.creditCode))
    findings.push({ column: 'parent', code: 'parent.itself', severity: 'error', params: {} });
  return findings;
}
