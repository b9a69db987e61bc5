import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyCondition } from '@zhitong/domain/needs/policy';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { demoCity } from './demo-city.ts';
import { dataFolder } from './seed-reference.ts';

interface DemoPolicy {
  readonly title: string;
  /** short name of the body */
  readonly body: string;
  readonly benefit: string;
  readonly basis: string;
  readonly from: string;
  readonly conditions: readonly PolicyCondition[];
}

/** Invented policies, each of whose titles says that it is a demonstration. */
export async function writePolicies(
  tx: Tx,
  connection: BulkConnection,
  { rows, newId, now }: { readonly rows: CityRows; readonly newId: () => string; readonly now: Date },
): Promise<void> {
  const policies: readonly DemoPolicy[] = JSON.parse(
    readFileSync(join(dataFolder, 'demo-city', 'policies.json'), 'utf8'),
  );
  const bodies = new Map(
    rows.organisations.filter(({ city }) => city === demoCity).map((row) => [row.shortName, row.id]),
  );
  const filled = policies.map(({ title, body, benefit, basis, from, conditions }) => {
    const bodyId = bodies.get(body);
    if (bodyId === undefined) throw new Error(`policies.json names ${body}, which the demo city does not have.`);
    return {
      ...{ city: demoCity, id: newId(), title, body_id: bodyId, benefit, basis, conditions: [...conditions] },
      ...{ valid_from: from, valid_to: null, source: '演示', demo: true, created_at: now, created_by: '演示-甲' },
    };
  });
  await fillCityTable(tx, connection, { table: 'policy', rows: filled });
}
