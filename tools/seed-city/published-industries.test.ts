import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { industries, readIndustry } from '@zhitong/domain/directory/industry';
import { describe, expect, it } from 'vitest';

/** The published list is not ours to ship: it lies beside the repository, or beside a work tree's parent. */
const list = [process.env.ZHITONG_SHARED, '../shared', '../../shared']
  .flatMap((folder) => (folder ? [resolve(import.meta.dirname, '../..', folder)] : []))
  .map((folder) => join(folder, 'data', 'gbt4754_2017', 'gbt4754_2017.csv'))
  .find((path) => existsSync(path));

describe('the published list of GB/T 4754-2017', () => {
  it('has every section, division and group by the code and the name that stand here, and no other; its classes are read', () => {
    if (list === undefined) {
      console.warn('NOT CHECKED: ../shared/data/gbt4754_2017 is absent, so codes and names were not compared.');
      return;
    }
    const rows = readFileSync(list, 'utf8').trim().split(/\r?\n/).slice(1);
    const published = rows.map((row) => {
      const [code = '', level = '', , section = '', name = ''] = row.split(',');
      return { code, level, section, name };
    });
    const named = published.filter(({ level }) => ['1', '2', '3'].includes(level));
    const ours = industries.map(({ code, section, name }) => `${code} ${section} ${name.zh}`);
    expect(ours.toSorted()).toEqual(named.map(({ code, section, name }) => `${code} ${section} ${name}`).toSorted());
    const classes = published.filter(({ level }) => level === '4');
    expect(classes.length).toBeGreaterThan(1_300);
    expect(classes.filter(({ code, section }) => readIndustry(`${section}${code}`) !== code)).toEqual([]);
  });
});
