import type { ImportValue } from './import-cell.ts';
import type { CheckedRow } from './import-check.ts';
import type { ImportFinding } from './import-finding.ts';

/** A checked row held against the library: what it makes or changes, or that it does nothing. */
export interface PlacedRow extends CheckedRow {
  readonly action: 'create' | 'change' | 'none';
  /** of the thing made or changed */
  readonly targetId: string | null;
}

/** A row with an error, or with a question nobody has answered, is not imported. */
export function isAccepted({ findings }: Pick<CheckedRow, 'findings'>): boolean {
  return findings.every(({ severity }) => severity === 'warning');
}

/** Adds what the library has to say; a row that is then refused does nothing. */
export function placed(
  row: CheckedRow,
  more: {
    readonly findings?: readonly ImportFinding[];
    readonly values?: Readonly<Record<string, ImportValue>>;
    readonly known?: string | undefined;
    readonly newId: string;
  },
): PlacedRow {
  const findings = [...row.findings, ...(more.findings ?? [])];
  const values = { ...row.values, ...more.values };
  if (!isAccepted({ findings })) return { ...row, values, findings, action: 'none', targetId: null };
  return { ...row, values, findings, action: more.known ? 'change' : 'create', targetId: more.known ?? more.newId };
}

/** The library says no to a row. */
export function refuseRow(row: CheckedRow, finding: Omit<ImportFinding, 'severity'>): PlacedRow {
  return placed(row, { findings: [{ ...finding, severity: 'error' }], newId: '' });
}
