import { importDefinition } from '@zhitong/domain/directory/import-definition';
import { findImportHeader } from '@zhitong/domain/directory/import-header';
import { importKinds } from '@zhitong/domain/directory/import-kind';
import { columnLetters } from '@zhitong/domain/directory/sheet';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '#testing/test-sheet';
import { writeTemplate } from './template-sheet.ts';

const given = (kind: (typeof importKinds)[number], language: 'zh' | 'en') => ({
  ...{ kind, language, regions: ['371002 环翠区', '371003 文登区'], origins: ['370600 烟台市', 'JP 日本'] },
});

describe.each(importKinds)('the template of %s', (kind) => {
  const { columns } = importDefinition(kind);

  test.each(['zh', 'en'] as const)('is read back column by column as it was written, in %s', async (language) => {
    const [sheet] = (await openWorkbook(await writeTemplate(given(kind, language)))).worksheets;
    const names: string[] = [];
    sheet?.getRow(1).eachCell((cell) => names.push(cell.text));
    const cells = names.map((text) => ({ kind: 'text' as const, text }));
    const header = findImportHeader({ rows: [{ line: 1, cells }] }, columns);
    expect([...(header?.places ?? [])]).toEqual(columns.map(({ key }, place) => [key, place]));
    expect([header?.ignored, header?.absent]).toEqual([[], []]);
  });

  test('has a drop-down list wherever a cell takes one of a few words', async () => {
    const [sheet] = (await openWorkbook(await writeTemplate(given(kind, 'zh')))).worksheets;
    const listed = columns.flatMap(({ key }, place) => {
      const rule = sheet?.getCell(`${columnLetters(place + 1)}2`).dataValidation;
      return rule?.type === 'list' ? [key] : [];
    });
    const wanted = columns.filter(({ type }) => ['choice', 'region', 'origin'].includes(type.is)).map(({ key }) => key);
    expect(listed).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(0);
  });

  test('names no heading twice, so that no column is read for another', () => {
    const plain = (name: string) => name.replace(/[\s（(].*$/, '').toLowerCase();
    const names = columns.flatMap(({ zh, en, also }) => [...new Set([zh, en, ...(also ?? [])].map(plain))]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
