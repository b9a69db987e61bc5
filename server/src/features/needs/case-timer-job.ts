import type { CaseRung } from '@zhitong/domain/needs/case-light';
import { subjectOf } from '@zhitong/domain/needs/case-timers';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { dutyAnswers } from '#features/directory/public';
import { recordAudits } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import {
  addReaders,
  type DueTimer,
  findChiefOffice,
  insertTasks,
  lockDueTimers,
  markFired,
  type NewTask,
} from './case-timer-store.ts';
import { fireSilentFirms } from './order-silent.ts';
import { fireDueOrders } from './order-timer.ts';

export interface CaseTimerOptions {
  readonly database: Database;
  readonly effects: Effects;
  readonly city: string;
  readonly onError: (error: unknown) => void;
}

const everyMs = 1_000;
const batch = 500;

/**
 * Looks every second for what fell due in the cases of a city. A timer is marked in the transaction that writes its task and its news:
 * after kill -9 it either happened or is still due, and two nodes never fire one twice.
 */
export class CaseTimerJob {
  readonly #options: CaseTimerOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(options: CaseTimerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), everyMs);
    this.#look();
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  #look(): void {
    if (this.#closed || this.#running !== undefined) return;
    this.#running = fireDue(this.#options, () => this.#closed)
      .then(() => undefined)
      .catch((error: unknown) => {
        // what is cut off by closing is still due at the next start
        if (!this.#closed) this.#options.onError(error);
      })
      .finally(() => {
        this.#running = undefined;
      });
  }
}

/** Fires everything that is due now; answers how many timers that were. */
export async function fireDue(options: CaseTimerOptions, isOver: () => boolean = () => false): Promise<number> {
  let fired = 0;
  for (let more = batch; more > 0 && !isOver(); fired += more) more = await fireBatch(options);
  return fired + (await fireDueOrders(options, isOver)) + (await fireSilentFirms(options, isOver));
}

function fireBatch({ database, effects, city }: CaseTimerOptions): Promise<number> {
  const now = effects.now();
  const day = cityDay(now);
  return inContext(database, { city, viewer: 'system' }, async (tx) => {
    const timers = await lockDueTimers(tx, { city, now, day, limit: batch });
    if (timers.length === 0) return 0;
    await markFired(tx, city, { at: now, timers });
    const offices = await officesOf(tx, { city, day, timers });
    const tasks = timers.flatMap((timer) => taskOf(timer, offices, effects.newId) ?? []);
    await insertTasks(tx, { city, at: now, tasks });
    for (const office of [offices.bureau, offices.chief])
      if (office) await addReaders(tx, city, { readerId: office.id, caseIds: casesOf(tasks, office.id) });
    await tell(tx, { effects, city, now, timers, tasks });
    return timers.length;
  });
}

interface Offices {
  readonly bureau: { readonly id: string; readonly name: string } | undefined;
  readonly chief: { readonly id: string; readonly name: string } | undefined;
}

/** Both are asked for only when a rung leads there. */
async function officesOf(
  tx: Tx,
  { city, day, timers }: { city: string; day: string; timers: readonly DueTimer[] },
): Promise<Offices> {
  const rungs = new Set(timers.map(({ kind }) => subjectOf(kind).who));
  return {
    bureau: rungs.has('bureau') ? await dutyAnswers.bureau(tx, { city, day }) : undefined,
    chief: rungs.has('chief') ? await findChiefOffice(tx, { city, day }) : undefined,
  };
}

/** Whose task a rung is. Nobody of that rank in the body: the body as a whole. Undefined: it is only told. */
function taskOf(timer: DueTimer, { bureau, chief }: Offices, newId: () => string): NewTask | undefined {
  const { who: rung, mark } = subjectOf(timer.kind);
  if (rung === null) return undefined;
  const body = { bodyId: timer.leadId, bodyName: timer.leadName };
  const office = (of: Offices['bureau']) => (of ? { bodyId: of.id, bodyName: of.name } : body);
  const nobody = { personId: null, personName: null };
  const whose: Readonly<Record<CaseRung['who'], Omit<NewTask, 'id' | 'caseId' | 'kind' | 'rung' | 'mark'>>> = {
    handler: { ...body, personId: timer.holderId, personName: timer.holderName },
    deputy: { ...body, personId: timer.deputyId, personName: timer.deputyName },
    head: { ...body, personId: timer.headId, personName: timer.headName },
    bureau: { ...office(bureau), ...nobody },
    chief: { ...office(chief), ...nobody },
  };
  return { id: newId(), caseId: timer.caseId, kind: 'rung', rung, mark, ...whose[rung] };
}

const casesOf = (tasks: readonly NewTask[], bodyId: string) =>
  tasks.filter((task) => task.bodyId === bodyId).map(({ caseId }) => caseId);

/** The body is told that something is due soon, or was not signed for or answered at first in time; that a case is overdue, the firm and all who handle it. */
async function tell(
  tx: Tx,
  given: { effects: Effects; city: string; now: Date; timers: readonly DueTimer[]; tasks: readonly NewTask[] },
): Promise<void> {
  const { effects, city, now, timers, tasks } = given;
  const taskFor = new Map(tasks.map((task) => [`${task.caseId} ${task.rung} ${task.mark ?? null}`, task]));
  const events = timers.map((timer) => {
    const { who: rung, mark } = subjectOf(timer.kind);
    const task = taskFor.get(`${timer.caseId} ${rung} ${mark}`);
    const told = mark !== null || rung === 'handler' ? [timer.leadId] : timer.readers;
    const audience = [...new Set([...told, ...(task ? [task.bodyId] : [])])];
    const { needId, title, list, leadName: lead } = timer;
    return {
      ...{ city, id: effects.newId(), type: 'case.escalated' as const, subjectId: timer.caseId, audience, at: now },
      payload: { needId, title, list, lead, rung: rung ?? 'near', mark, person: task?.personName ?? '' },
    };
  });
  await recordAudits(
    tx,
    effects,
    timers.map(({ caseId, kind, leadName }) => ({
      action: 'case.escalated',
      subject: { kind: 'case', id: caseId },
      after: { lead: leadName, rung: subjectOf(kind).who ?? 'near', mark: subjectOf(kind).mark },
    })),
  );
  await appendEvents(tx, events);
}
