import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyCondition } from '@zhitong/domain/needs/policy';
import type { PolicyContent } from '@zhitong/domain/needs/policy-paper';
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
  const written = policies.map(({ title, body, benefit, basis, from, conditions }) => {
    const bodyId = bodies.get(body);
    if (bodyId === undefined) throw new Error(`policies.json names ${body}, which the demo city does not have.`);
    const content: PolicyContent = {
      ...{ title, bodyId, benefit, basis, documentNumber: null, validFrom: from, validTo: null, conditions },
    };
    return { id: newId(), content };
  });
  const tables = [
    { table: 'policy', rows: written.map((one) => inForceRow(one, now)) },
    { table: 'policy_paper', rows: written.map((one) => paperRow(one, now)) },
    { table: 'policy_change', rows: written.map((one) => changeRow(one, now)) },
  ];
  for (const table of tables) await fillCityTable(tx, connection, table);
}

interface Written {
  readonly id: string;
  readonly content: PolicyContent;
}

const writer = '演示-甲';

function inForceRow({ id, content }: Written, now: Date) {
  const { title, bodyId, benefit, basis, documentNumber, validFrom, validTo, conditions } = content;
  return {
    ...{ city: demoCity, id, title, body_id: bodyId, benefit, basis, document_number: documentNumber },
    ...{ conditions: [...conditions], valid_from: validFrom, valid_to: validTo, source: '演示', demo: true },
    ...{ version: 1, created_at: now, created_by: writer },
  };
}

function paperRow({ id, content }: Written, now: Date) {
  return {
    ...{ city: demoCity, id, body_id: content.bodyId, content: JSON.stringify(content), state: 'published' },
    ...{ edition: 1, version: 1, written_at: now, written_by: writer },
  };
}

function changeRow({ id, content }: Written, now: Date) {
  return {
    ...{ city: demoCity, policy_id: id, edition: 1, deed: 'published', version: 1, body_id: content.bodyId },
    ...{ content: JSON.stringify(content), person_id: null, person_name: writer, organisation_name: '演示' },
    at: now,
  };
}
