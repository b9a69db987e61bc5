import { useEffect, useState } from 'react';
import { now } from '#platform/clock';
import { useSettled } from '#platform/debounce';
import { useLanguage } from '#platform/display';
import { formatDate, isoToday } from '#platform/format-date';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { organisationText } from './organisation-text.ts';

interface TreeDayProps {
  /** ISO date; absent: today */
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** Ten years back, a month a step; the field beside it takes any day. */
const months = 120;
const pause = 250;

export function TreeDay({ value, onChange }: TreeDayProps) {
  const say = useText(organisationText);
  const language = useLanguage();
  const today = isoToday(now());
  const [dragged, setDragged] = useState<number>();
  const settled = useSettled(dragged, pause);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once the hand rests, not when the page is drawn again
  useEffect(() => {
    if (settled === undefined) return;
    onChange(settled === 0 ? undefined : monthsBefore(today, -settled));
    setDragged(undefined);
  }, [settled]);
  const step = dragged ?? -Math.min(monthsBetween(value ?? today, today), months);
  return (
    <div className="zt-tree-as-of">
      <span aria-hidden="true">{say('treeAsOf')}</span>
      <DateField aria-label={say('treeAsOf')} value={value ?? ''} onChange={(day) => onChange(day || undefined)} />
      <input
        type="range"
        className="zt-range"
        aria-label={say('treeSlider')}
        aria-valuetext={formatDate(dragged === undefined ? (value ?? today) : monthsBefore(today, -dragged), language)}
        min={-months}
        max={0}
        value={step}
        onChange={(event) => setDragged(Number(event.target.value))}
      />
    </div>
  );
}

/** The first of the month so many months ago; today itself for none. */
function monthsBefore(today: string, count: number): string {
  if (count === 0) return today;
  const [year = 0, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 10);
}

function monthsBetween(day: string, today: string): number {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  return Math.max(0, (thisYear - year) * 12 + thisMonth - month);
}
