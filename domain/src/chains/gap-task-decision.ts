import { addDays } from '../needs/calendar-day.ts';
import { isWorked, type WorkCalendar } from '../needs/work-calendar.ts';
import { Refusal } from '../refusal.ts';
import {
  allowedGapTaskRequests,
  type GapTaskRequest,
  type GapTaskSide,
  type GapTaskStatus,
  type GapTaskStep,
  isGapTaskOver,
} from './gap-task.ts';
import { gapTaskRequestWords, gapTaskStatusWords } from './gap-task-words.ts';

const becomes = {
  report: { step: 'reported', status: 'reported' },
  accept: { step: 'accepted', status: 'done' },
  return: { step: 'returned', status: 'given' },
  withdraw: { step: 'withdrawn', status: 'withdrawn' },
} as const satisfies Record<GapTaskRequest, { step: GapTaskStep; status: GapTaskStatus }>;

interface Asked {
  readonly status: GapTaskStatus;
  readonly sides: readonly GapTaskSide[];
  readonly request: GapTaskRequest;
  readonly text: string;
}

/** Ensures: the step and what the task then is; whoever may not, or says nothing, is refused with what is possible. */
export function decideGapTask({ status, sides, request, text }: Asked): (typeof becomes)[GapTaskRequest] {
  if (sides.length === 0) throw new Refusal('platform.forbidden');
  const { zh: stateZh, en: stateEn } = gapTaskStatusWords[status];
  if (isGapTaskOver(status)) throw new Refusal('gap-tasks.over', { stateZh, stateEn });
  const possible = allowedGapTaskRequests(status, sides);
  if (!possible.includes(request)) {
    const words = possible.map((one) => gapTaskRequestWords[one]);
    throw new Refusal('gap-tasks.not-now', {
      ...{ stateZh, stateEn, allowedZh: words.map(({ zh }) => zh).join('、') || '暂无' },
      allowedEn: words.map(({ en }) => en).join(', ') || 'nothing',
    });
  }
  // accepting says enough by itself
  if (request !== 'accept' && text.trim() === '') throw new Refusal('gap-tasks.no-words');
  return becomes[request];
}

/** A task falls due within a year. */
const mostDays = 366;

/** Ensures: a day that is worked, from today on and within a year. */
export function decideGapTaskDue(due: string, { today, calendar }: { today: string; calendar: WorkCalendar }): void {
  if (due < today) throw new Refusal('gap-tasks.due-past', { today });
  if (due > addDays(today, mostDays)) throw new Refusal('gap-tasks.due-far');
  if (!isWorked(calendar, due)) throw new Refusal('gap-tasks.due-free', { day: due });
}
