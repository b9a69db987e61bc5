import type { CaseAction, CaseActionKind } from '../needs/case-action.ts';
import { isWorked } from '../needs/work-calendar.ts';
import { calendar, hour, minute, start } from './case-histories.ts';

/** The body that was named last: whatever moves a case names who has it next. */
export function plainlyAccountable(actions: readonly CaseAction[], time: number): string | undefined {
  const moves = actions
    .filter((action) => action.at.getTime() <= time)
    .flatMap((action) => ('next' in action ? [action.next] : []));
  return moves.at(-1);
}

type Running = 'yes' | 'held' | 'over';

const becomes: Readonly<Partial<Record<CaseActionKind, Running>>> = {
  submitted: 'yes',
  reopened: 'yes',
  transferred: 'yes',
  'not-solved': 'yes',
  answered: 'held',
  'offer-accepted': 'held',
  'answer-taken': 'held',
  'answer-mended': 'held',
  confirmed: 'over',
  closed: 'over',
  withdrawn: 'over',
  chosen: 'over',
};

/**
 * One minute of office hours after the other: it counts while the case runs. Minutes in which the firm had the word count afterwards, if
 * it says that nothing is solved, or if another body has to begin again.
 */
export function countedMinutes(actions: readonly CaseAction[], now: Date): number {
  let counted = 0;
  let held = 0;
  let running: Running = 'over';
  for (let time = start.getTime(); time < now.getTime(); time += minute) {
    for (const after of turnsAt(actions, time, running)) {
      if (running === 'held' && after !== 'over') counted += held;
      held = 0;
      running = after;
    }
    if (running === 'yes' && isOfficeMinute(time)) counted += 1;
    if (running === 'held' && isOfficeMinute(time)) held += 1;
  }
  return counted;
}

/** An answer that is taken while the firm has the word already turns nothing. */
function turnsAt(actions: readonly CaseAction[], time: number, before: Running): readonly Running[] {
  let running = before;
  return actions
    .filter(({ at }) => at.getTime() === time)
    .flatMap(({ kind }) => {
      const next = becomes[kind];
      if (next === undefined || (kind === 'answer-taken' && running === 'held')) return [];
      running = next;
      return [next];
    });
}

function isOfficeMinute(time: number): boolean {
  const local = new Date(time + 8 * hour);
  const clock = local.getUTCHours() * 60 + local.getUTCMinutes();
  const open = calendar.hours[0].spans.some(({ from, to }) => from <= clock && clock < to);
  return open && isWorked(calendar, local.toISOString().slice(0, 10));
}
