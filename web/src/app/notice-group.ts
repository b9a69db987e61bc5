import type { InboxEntry } from '@zhitong/contract/matching/inbox-contract';

export interface Matter {
  readonly latest: InboxEntry;
  readonly count: number;
}

/** One row a matter: the newest notice and how many there are, newest matter first. */
export function byMatter(entries: readonly InboxEntry[]): readonly Matter[] {
  const matters = new Map<string, Matter>();
  for (const entry of entries.toSorted((a, b) => b.cursor - a.cursor)) {
    const known = matters.get(entry.link);
    matters.set(entry.link, known ? { ...known, count: known.count + 1 } : { latest: entry, count: 1 });
  }
  return [...matters.values()];
}
