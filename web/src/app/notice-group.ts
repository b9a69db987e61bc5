import type { InboxEntry } from '@zhitong/contract/matching/inbox-contract';

export interface Matter {
  readonly latest: InboxEntry;
  readonly count: number;
  /** another matter has the very same words: only the exact time tells them apart */
  readonly alike: boolean;
}

/** One row a matter: the newest notice and how many there are, newest matter first. */
export function byMatter(entries: readonly InboxEntry[]): readonly Matter[] {
  const matters = new Map<string, Omit<Matter, 'alike'>>();
  for (const entry of entries.toSorted((a, b) => b.cursor - a.cursor)) {
    const known = matters.get(entry.link);
    matters.set(entry.link, known ? { ...known, count: known.count + 1 } : { latest: entry, count: 1 });
  }
  const rows = [...matters.values()];
  const said = Map.groupBy(rows, ({ latest }) => latest.text);
  return rows.map((row) => ({ ...row, alike: (said.get(row.latest.text)?.length ?? 0) > 1 }));
}
