import { creditCodeCheckDigit } from '@zhitong/domain/directory/credit-code';
import { expect } from 'vitest';
import { inContext } from '#platform/context';
import type { TestApp, TestClient } from './test-app.ts';
import { type TestCell, workbookOf } from './test-sheet.ts';
import { testCity } from './test-world.ts';
import { upload } from './upload.ts';

export const headings = [
  '名称',
  '统一社会信用代码',
  '类别',
  '上级',
  '行政区划',
  '联系人',
  '联系电话',
  '来源',
  '数据日期',
];

/** A code as the standard makes it, for the nth invented firm. */
export function codeOf(n: number): string {
  const first17 = `91371000DEM${String(n).padStart(6, '0')}`;
  return `${first17}${creditCodeCheckDigit(first17)}`;
}

interface Sending {
  readonly city: TestApp;
  readonly client: TestClient;
  readonly name?: string;
  readonly kind?: string;
}

/** Sends a sheet in and waits until it has been checked. */
export async function sendSheet(content: Uint8Array, sending: Sending) {
  const { city, client, name = '企业名录.xlsx', kind = 'organisations' } = sending;
  const reply = await upload(city, client, { url: '/api/imports', name, content, fields: { kind } });
  expect(reply.statusCode, reply.body).toBe(201);
  return checkedImport(client, reply.json().job.id);
}

export async function checkedImport(client: TestClient, id: string) {
  for (;;) {
    const job = (await client.get(`/api/imports/${id}`)).json();
    if (job.state !== 'checking') return job;
    await new Promise((again) => setTimeout(again, 30));
  }
}

/** The same for rows under the usual headings. */
export async function sendRows(rows: readonly (readonly TestCell[])[], sending: Sending) {
  return sendSheet(await workbookOf([headings, ...rows]), sending);
}

export function organisationNamed({ database }: TestApp, name: string) {
  return inContext(database, { city: testCity, viewer: 'system' }, (tx) =>
    tx.selectFrom('organisation').selectAll().where('city', '=', testCity).where('name', '=', name).executeTakeFirst(),
  );
}

/** 文登市 became 文登区, with another code. */
export function writeAbolishedRegion({ database }: TestApp): Promise<unknown> {
  const wendeng = { code: '371081', name: '文登市', level: 'county', parent: '371000' };
  return inContext(database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .insertInto('region')
      .values({ ...wendeng, valid_to: '2014-03-18', replaced_by: '371003' })
      .execute(),
  );
}
