import type { viewFunnel } from '@zhitong/contract/investment/target-contract';
import { type FunnelTarget, targetFunnel } from '@zhitong/domain/investment/target-funnel';
import type { TargetLoss, TargetStatus } from '@zhitong/domain/investment/target-stage';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { jsonColumn, wordColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { TargetDeps } from './target-deps.ts';
import { scopeOf } from './target-views.ts';

type Asked = z.output<NonNullable<typeof viewFunnel.query>>;

/** Counts and times of the stages of all targets of the filter; reasons of those that were lost. */
export async function viewFunnelOf(
  { database, effects }: TargetDeps,
  viewer: Viewer,
  query: Asked,
): Promise<z.input<typeof viewFunnel.reply>> {
  const targets = await inContext(database, contextOf(viewer), (tx) => listHistories(tx, viewer, query));
  const { rows, losses } = targetFunnel(targets);
  const asOf = effects.now().toISOString();
  return { rows: [...rows], losses: [...losses], total: targets.length, asOf };
}

const most = 20_000;

/** When each target came to a stage: steps within the same stage are left out. */
async function listHistories(tx: Tx, viewer: Viewer, query: Asked): Promise<readonly FunnelTarget[]> {
  const { rows } = await sql<{ loss: string | null; entries: unknown }>`
    select t.loss, (
      select jsonb_agg(jsonb_build_object('status', s.status, 'at', s.at) order by s.seq)
      from (select seq, status, at, lag(status) over (order by seq) as before from target_step
            where city = t.city and target_id = t.id) s
      where s.before is distinct from s.status) as entries
    from investment_target t where ${scopeOf(viewer, query)} and t.status <> 'joined'
    order by t.id limit ${most}`.execute(tx);
  return rows.map(({ loss, entries }) => ({
    loss: loss === null ? null : wordColumn<TargetLoss>(loss),
    entries: jsonColumn<readonly { status: TargetStatus; at: string }[]>(entries).map(({ status, at }) => ({
      ...{ status, at: new Date(at) },
    })),
  }));
}
