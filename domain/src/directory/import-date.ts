import type { SheetCell } from './sheet.ts';

export type DateReading =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'number' }
  | { readonly kind: 'before-1900' };

/** 2026-03-05, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, and a cell that Excel itself holds as a day. */
export function readImportDate(cell: SheetCell): DateReading {
  const typed = cell.text
    .normalize('NFKC')
    .replace(/\s+\d{1,2}:\d{2}.*$/, '')
    .trim();
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed);
  if (!parts) return { kind: /^\d{1,6}(?:\.\d+)?$/.test(typed) ? 'number' : 'unreadable' };
  const [year, month, day] = parts.slice(1).map(Number);
  const date = isoDay(year ?? 0, month ?? 0, day ?? 0);
  if (date === undefined) return { kind: 'unreadable' };
  return (year ?? 0) < 1900 ? { kind: 'before-1900' } : { kind: 'date', date };
}

/** undefined for 30 February */
function isoDay(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same ? at.toISOString().slice(0, 10) : undefined;
}
