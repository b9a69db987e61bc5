import { findingGroup, type ImportFinding } from './import-finding.ts';
import { isAccepted, type PlacedRow } from './import-placed.ts';

/** Rows with the same thing wrong, as the list on the left shows them. */
export interface ImportGroup {
  readonly key: string;
  readonly rows: number;
  /** the finding of the first row: column, code and severity are those of all */
  readonly example: ImportFinding;
  /** all rows of the group read the same */
  readonly alike: boolean;
}

export interface ImportSummary {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly groups: readonly ImportGroup[];
}

const severities = ['error', 'question', 'warning'];

/** Counts what a person decides by: the groups that stop rows first, the largest first. */
export function summariseImport(rows: readonly PlacedRow[]): ImportSummary {
  const groups = new Map<string, { example: ImportFinding; rows: number; alike: boolean }>();
  let accepted = 0;
  for (const row of rows) {
    if (isAccepted(row)) accepted += 1;
    for (const finding of row.findings) {
      const key = findingGroup(finding);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { example: finding, rows: 1, alike: true });
      else {
        group.rows += 1;
        group.alike &&= JSON.stringify(group.example.params) === JSON.stringify(finding.params);
      }
    }
  }
  const list = [...groups].map(([key, group]) => ({ key, ...group }));
  return { rows: rows.length, accepted, rejected: rows.length - accepted, groups: list.sort(worstFirst) };
}

function worstFirst(a: ImportGroup, b: ImportGroup): number {
  const rank = severities.indexOf(a.example.severity) - severities.indexOf(b.example.severity);
  return rank === 0 ? b.rows - a.rows : rank;
}
