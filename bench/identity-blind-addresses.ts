import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { toFullWidth } from './identity-blind-characters.ts';

/** Where a firm sits. `county` is empty in a city without districts. */
export interface Site {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly street: string;
  readonly house: number;
  readonly region: string;
}

const roads =
  '渤海 黄河 长江 泰山 昆嵛山 胶州湾 北京 南京 上海 珠江 钱塘江 唐山 常州 学府 体育场 兴港 海河 松山 柏林 天津 明珠 龙腾 皂埠 逍遥 金鸡 蓝天 云海 石岛 港湾 渔港'.split(
    ' ',
  );
const endings = ['路', '路', '大街', '街', '北路', '中路', '大道'];

export function otherStreet(random: SeededRandom, site: Site): Site {
  return { ...site, street: drawOne(random, roads) + drawOne(random, endings), house: drawInteger(random, 1, 988) };
}

/** As the register prints it. */
export function printAddress({ city, county, street, house }: Site): string {
  return `${city}${county}${street}${house}号`;
}

/** As somebody types it; `certain` keeps the street, the number and the town in it. */
export function writeAddress(random: SeededRandom, site: Site, certain: boolean): string {
  const { city, county, street } = site;
  const front = drawChance(random, 0.3) && site.province !== city ? site.province : '';
  const rest = number(random, site.house, certain) + tail(random);
  const text = front + town(random, city, county) + street + rest;
  return dress(random, text);
}

function town(random: SeededRandom, city: string, county: string): string {
  const draw = random.next();
  if (draw < 0.1) return city.replace(/市$/, '') + county;
  if (draw < 0.18 && county !== '') return county;
  if (draw < 0.3) return city;
  if (draw < 0.34) return `${city}${county.replace(/[区县]$/, '')}`;
  return city + county;
}

function number(random: SeededRandom, house: number, certain: boolean): string {
  const draw = random.next();
  if (draw < 0.08 && !certain) return '';
  if (draw < 0.14) return String(house);
  if (draw < 0.19) return `${house}-${drawInteger(random, 1, 6)}号`;
  if (draw < 0.22) return `${inChinese(house)}号`;
  return `${house}号`;
}

function tail(random: SeededRandom): string {
  if (drawChance(random, 0.7)) return '';
  const floor = drawInteger(random, 1, 18);
  return drawOne(random, [
    `${drawInteger(random, 1, 9)}号楼${floor}层`,
    `${drawOne(random, ['A', 'B', 'C'])}座${floor}0${drawInteger(random, 1, 9)}室`,
    `${floor}楼`,
    '院内',
    '（科技园内）',
    `附${drawInteger(random, 1, 9)}号`,
    '1#厂房',
    '（路北）',
  ]);
}

function dress(random: SeededRandom, text: string): string {
  const draw = random.next();
  if (draw < 0.08) return toFullWidth(text);
  if (draw < 0.12) return text.replace(/(?<=[市区县])/g, ' ').trim();
  if (draw < 0.14) return `264200 ${text}`;
  if (draw < 0.16) return `${text}。`;
  if (draw < 0.18) return `地址：${text}`;
  return text;
}

function inChinese(number: number): string {
  const digits = [...'〇一二三四五六七八九'];
  return [...String(number)].map((digit) => digits[Number(digit)] ?? '').join('');
}
