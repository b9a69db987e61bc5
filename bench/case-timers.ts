import { fireDue } from '@zhitong/server/features/needs/case-timer-job';
import { realEffects } from '@zhitong/server/platform/effects';
import { testCity } from '@zhitong/server/testing/test-world';
import { writeWorld } from '@zhitong/server/testing/write-world';
import pg from 'pg';
import { openBenchDatabase } from './bench-database.ts';
import type { BenchTable } from './bench-table.ts';
import { fillCases, fillTimers } from './case-corpus.ts';

const timers = 20_000;
const due = new Date('2026-11-24T15:00:00+08:00');

/** Everything that falls due in one minute, by one node and by two at once. */
export async function caseTimers(): Promise<BenchTable> {
  const rows = [await measure('one node', 1), await measure('two nodes at once', 2)];
  return {
    title: 'Timers due in the same minute',
    note: `${timers.toLocaleString('en-US')} rungs of the ladder due within one minute, each with its task, its news and its line of the trail, in batches of 500, embedded PostgreSQL with fsync. Counted afterwards: tasks written, cases with more than one. Aim: all within 60 s, none lost, none twice.`,
    head: ['who fires', 'fired', 'seconds', 'a second', 'tasks', 'twice'],
    rows,
  };
}

async function measure(name: string, nodes: number): Promise<readonly string[]> {
  const opened = await openBenchDatabase();
  try {
    await writeWorld(opened.database.url, realEffects);
    await fillCases(opened.adminUrl, timers);
    await fillTimers(opened.adminUrl, due);
    const effects = { ...realEffects, now: () => new Date(due.getTime() + 60_000) };
    const options = { database: opened.database, effects, city: testCity, onError: console.error };
    const started = performance.now();
    const fired = await Promise.all(Array.from({ length: nodes }, () => fireDue(options)));
    const seconds = (performance.now() - started) / 1_000;
    const { tasks, twice } = await countTasks(opened.adminUrl);
    const total = fired.reduce((sum, one) => sum + one, 0);
    return [name, String(total), seconds.toFixed(1), Math.round(total / seconds).toLocaleString('en-US'), tasks, twice];
  } finally {
    await opened.close();
  }
}

async function countTasks(adminUrl: string): Promise<{ tasks: string; twice: string }> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ tasks: string; twice: string }>(
      `select count(*)::text as tasks, (select count(*)::text from (select case_id from case_task group by case_id having count(*) > 1) t) as twice from case_task`,
    );
    return rows[0] ?? { tasks: '?', twice: '?' };
  } finally {
    await admin.end();
  }
}
