import { join } from 'node:path';
import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import { readCsv } from './csv-rows.ts';
import { sharedFile } from './shared-folder.ts';

/** A firm as somebody may have entered it. The generator shares no code with the matcher: names, codes and addresses are made here. */
export interface EnteredFirm {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly creditCode: string | null;
  readonly addresses: readonly string[];
  readonly region: string | null;
}

/** A listed company with a made credit code and address; name and short name are real. */
export interface WorldFirm extends EnteredFirm {
  readonly shortName: string;
  readonly creditCode: string;
  readonly region: string;
  /** 威海市 */
  readonly cityName: string;
  readonly street: string;
  readonly house: number;
}

export const worldFiles = [
  sharedFile('chainkg', 'companies.csv'),
  sharedFile('chainkg', 'company_region.csv'),
] as const;

export interface IdentityWorld {
  readonly firms: readonly WorldFirm[];
  /** two full names one company really had */
  readonly renames: readonly (readonly [WorldFirm, WorldFirm])[];
  /** rows of the source that carry the code of another company: not renames */
  readonly wrongCodes: readonly (readonly [WorldFirm, WorldFirm])[];
  readonly places: readonly Division[];
}

export function readWorld(): IdentityWorld {
  const divisions = readDivisions();
  const cities = divisions.filter(({ level }) => level === 'prefecture');
  const counties = divisions.filter(({ level }) => level === 'county');
  const cityOf = new Map(readCsv(worldFiles[1], ['code', 'city']).map(({ code, city }) => [code, city]));
  const rows = Map.groupBy(readCsv(worldFiles[0], ['code', 'name', 'fullname']), ({ code }) => code);
  const firms: WorldFirm[] = [];
  const others: [WorldFirm, WorldFirm][] = [];
  for (const [code, list] of rows) {
    const random = seededRandom(`firm/${code}`);
    const city = cities.find(({ name }) => name === cityOf.get(code)) ?? drawOne(random, cities);
    const home = placeIn(random, city, counties);
    const [first, ...more] = list.map(({ name, fullname }) => ({
      ...home,
      id: code,
      name: fullname,
      shortName: plainShort(name),
    }));
    if (first === undefined) continue;
    firms.push(first);
    for (const other of more) if (other.name !== first.name) others.push([first, other]);
  }
  const isRename = ([first, other]: readonly [WorldFirm, WorldFirm]) =>
    rows.get(first.id)?.length === 2 && !strayed.has(other.name);
  return {
    firms,
    renames: others.filter(isRename),
    wrongCodes: others.filter((pair) => !isRename(pair)),
    places: cities,
  };
}

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

export function readDivisions(): readonly Division[] {
  return readCsv(join(import.meta.dirname, '..', 'data', 'regions', 'divisions.csv'), ['code', 'name', 'level']);
}

/** Looked at by hand: rows of two-row codes that are another company. Codes with more rows list ten well-known companies each. */
const strayed = new Set(['大连港股份有限公司', '凯迪生态环境科技股份有限公司', '中国石油化工股份有限公司']);

/** Marks of the exchange are no part of a name. */
function plainShort(name: string): string {
  return name
    .replace(/^(?:\*?ST|S\*?ST|PT|N|C|退市)/, '')
    .replace(/(?:-?[AUWB]|退)$/, '')
    .replace(/\s/g, '');
}

const streetWords =
  '文化 世昌 海滨 新威 统一 青岛 大连 昆明 世纪 科技 创业 兴业 工业 滨河 迎宾 建设 解放 人民 和平 振兴 齐鲁 深圳 珠海 香江 凤林 羊亭 草庙子 张村 江家寨 初张 环山 大庆 田和 沈阳'.split(
    ' ',
  );

function placeIn(
  random: SeededRandom,
  city: Division,
  counties: readonly Division[],
): Omit<WorldFirm, 'id' | 'name' | 'shortName'> {
  const near = counties.filter(({ code }) => code.startsWith(city.code.slice(0, 4)));
  const county = near.length === 0 ? city : drawOne(random, near);
  const street = `${drawOne(random, streetWords)}${drawOne(random, ['路', '路', '东路', '西路', '大道', '街', '南路'])}`;
  const house = drawInteger(random, 1, 399);
  return {
    creditCode: madeCode(random, county.code),
    addresses: [`${city.name}${county === city ? '' : county.name}${street}${house}号`],
    region: county.code,
    cityName: city.name,
    street,
    house,
  };
}

const allowed = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const factors = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 18 characters with a right check digit (GB 32100-2015), written here a second time on purpose. */
export function madeCode(random: SeededRandom, region: string): string {
  const letters = drawChance(random, 0.6)
    ? `MA${drawOne(random, [...'3CDEFGHJ'])}`
    : String(drawInteger(random, 100, 799));
  let body = `91${region}${letters}`;
  while (body.length < 17) body += drawOne(random, drawChance(random, 0.8) ? [...'0123456789'] : [...allowed]);
  const sum = [...body].reduce((total, character, at) => total + allowed.indexOf(character) * (factors[at] ?? 0), 0);
  return body + (allowed[(31 - (sum % 31)) % 31] ?? '0');
}
