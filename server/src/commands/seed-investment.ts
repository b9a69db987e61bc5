import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AreaUnit, PremisesKind, PremisesState } from '@zhitong/domain/investment/premises';
import { cell, optionalCell, parseTable, type TableRow } from '@zhitong/tools/seed-city/csv-table';
import { insertPremises } from '#features/investment/premises-store';
import { asSystem } from '#platform/context';
import type { Tx } from '#platform/database';
import { wordColumn } from '#platform/json-column';
import { demoCity } from './demo-city.ts';
import { dataFolder } from './seed-reference.ts';
import { type InvestmentSeeding, writeDemoTargets } from './seed-targets.ts';

const source = '园区台账（演示）';
const dayMs = 86_400_000;

/** Targets with their history, and the land and plants where they could settle (data/investment). */
export function writeInvestment(tx: Tx, seeding: InvestmentSeeding): Promise<void> {
  return asSystem(tx, { city: demoCity, viewer: 'system' }, async () => {
    const table = parseTable(readFileSync(join(dataFolder, 'investment', 'demo-premises.csv'), 'utf8'));
    for (const row of table) await writePremises(tx, row, seeding);
    await writeDemoTargets(tx, seeding);
  });
}

async function writePremises(tx: Tx, row: TableRow, { rows, newId, now }: InvestmentSeeding): Promise<void> {
  const name = cell(row, 'body');
  const body = rows.organisations.find(({ city, shortName }) => city === demoCity && shortName === name);
  if (!body) throw new Error(`data/investment names ${name}, which the demo city does not have.`);
  const at = new Date(now.getTime() - Number(cell(row, 'days_ago')) * dayMs);
  await insertPremises(
    tx,
    {
      ...{ city: demoCity, id: newId(), body: { id: body.id, name }, edition: 1, demo: true },
      content: {
        ...{ kind: wordColumn<PremisesKind>(cell(row, 'kind')), name: cell(row, 'name'), region: cell(row, 'region') },
        ...{ state: wordColumn<PremisesState>(cell(row, 'state')), area: areaIn(row) },
        ...{ powerKv: figureIn(row, 'power_kv'), powerKw: figureIn(row, 'power_kw'), water: figureIn(row, 'water') },
        ...{ floorLoad: figureIn(row, 'floor_load'), exhaust: exhaustIn(row), note: optionalCell(row, 'note'), source },
        asOf: at.toISOString().slice(0, 10),
      },
    },
    { by: name, at },
  );
}

function figureIn(row: TableRow, column: string): number | null {
  const written = optionalCell(row, column);
  return written === null ? null : Number(written);
}

function areaIn(row: TableRow) {
  const amount = figureIn(row, 'area');
  return amount === null ? null : { amount, unit: wordColumn<AreaUnit>(cell(row, 'area_unit')) };
}

function exhaustIn(row: TableRow): boolean | null {
  const said = optionalCell(row, 'exhaust');
  return said === null || said === 'unknown' ? null : said === 'yes';
}
