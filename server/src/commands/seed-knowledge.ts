import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DutyList } from '@zhitong/domain/directory/duty';
import type { CityRows } from '@zhitong/tools/seed-city/city-rows';
import type { BulkConnection } from '#platform/bulk-connection';
import { fillCityTable } from '#platform/city-table';
import type { Tx } from '#platform/database';
import { demoCity } from './demo-city.ts';
import { dataFolder } from './seed-reference.ts';

interface DemoArticle {
  /** number on the demo duty table */
  readonly duty: number;
  readonly question: string;
  readonly answer: string;
  readonly source: string;
  readonly list?: DutyList;
  readonly from?: string;
  readonly to?: string;
}

interface DemoTemplate {
  /** short name of the body */
  readonly body: string;
  readonly title: string;
  readonly text: string;
  readonly duty?: number;
  readonly list?: DutyList;
}

interface Writing {
  readonly rows: CityRows;
  readonly newId: () => string;
  readonly now: Date;
}

const author = '演示-甲';
const day = 86_400_000;

/** Invented articles over the demo duty table, published by the bodies that answer for them, and some answer templates. */
export async function writeKnowledge(tx: Tx, connection: BulkConnection, writing: Writing): Promise<void> {
  const { newId, rows } = writing;
  // they were there before the first firm looked
  const now = new Date(writing.now.getTime() - 90 * day);
  const made = read<DemoArticle>('articles.json').map((one) => ({ id: newId(), ...one, ...dutyOf(rows, one.duty) }));
  await fillCityTable(tx, connection, {
    table: 'article',
    rows: made.map(({ id, bodyId }) => ({
      ...{ city: demoCity, id, body_id: bodyId, latest_version: 1, published_version: 1 },
      ...{ published_at: now, published_by: author, demo: true, created_at: now, touched_at: now },
    })),
  });
  await fillCityTable(tx, connection, {
    table: 'article_version',
    rows: made.map(({ id, question, answer, list = 'problem', dutyId, from = '2026-01-01', to = null, source }) => ({
      ...{ city: demoCity, article_id: id, version: 1, question, answer, list, duty_id: dutyId, valid_from: from },
      ...{ valid_to: to, source, by_name: author, at: now },
    })),
  });
  await fillCityTable(tx, connection, { table: 'case_template', rows: templatesOf(writing) });
  await fillCityTable(tx, connection, { table: 'answer_accepted', rows: acceptedOf(made, writing) });
}

/** What firms of the demo found before they sent anything: every third firm once, in the last four weeks. */
function acceptedOf(
  made: readonly { readonly id: string; readonly question: string; readonly bodyId: string; readonly to?: string }[],
  { rows, newId, now }: Writing,
) {
  const shown = made.filter(({ to }) => to === undefined);
  const firms = rows.organisations.filter(({ city, kind, demo }) => city === demoCity && kind === 'enterprise' && demo);
  return firms
    .filter((_firm, at) => at % 3 === 0)
    .slice(0, mostAccepted)
    .flatMap(({ id: firm }, at) => {
      // some questions are asked more often than others
      const article = shown[(at * at) % shown.length];
      if (article === undefined) return [];
      const id = newId();
      const said = { kind: 'article', source_id: article.id, title: article.question, body_id: article.bodyId };
      const when = new Date(now.getTime() - ((at * 7) % 28) * day - day);
      return [{ city: demoCity, id, organisation_id: firm, ...said, idempotency_key: id, demo: true, at: when }];
    });
}

const mostAccepted = 120;

function templatesOf({ rows, newId, now }: Writing) {
  const bodies = new Map(
    rows.organisations.filter(({ city }) => city === demoCity).map((row) => [row.shortName, row.id]),
  );
  return read<DemoTemplate>('case-templates.json').map(({ body, title, text, duty, list = null }) => {
    const bodyId = bodies.get(body);
    if (bodyId === undefined) throw new Error(`case-templates.json names ${body}, which the demo city does not have.`);
    const dutyId = duty === undefined ? null : dutyOf(rows, duty).dutyId;
    return {
      ...{ city: demoCity, id: newId(), body_id: bodyId, title, text, duty_id: dutyId, list, version: 1, demo: true },
      ...{ by_name: author, at: now, removed_at: null },
    };
  });
}

const read = <Row>(name: string): readonly Row[] =>
  JSON.parse(readFileSync(join(dataFolder, 'demo-city', name), 'utf8'));

function dutyOf({ duties }: CityRows, number: number): { readonly dutyId: string; readonly bodyId: string } {
  const found = duties.find((duty) => duty.city === demoCity && duty.number === String(number));
  if (found === undefined) throw new Error(`The demo duty table has no matter ${number}.`);
  return { dutyId: found.id, bodyId: found.bodyId };
}
