import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { toFullWidth } from './identity-blind-characters.ts';
import { joinParts, type NameParts } from './identity-blind-firms.ts';

/** What fingers and Excel do to a name without changing a word of it. */
export function typed(random: SeededRandom, name: string): string {
  const at = drawInteger(random, 1, Math.max(1, name.length - 1));
  return drawOne(random, [
    () => name.replaceAll('(', '（').replaceAll(')', '）'),
    () => name.replaceAll('(', '【').replaceAll(')', '】'),
    () => name.replaceAll('(', '[').replaceAll(')', ']'),
    () => name.replace(/[()]/g, ''),
    () => `${name.slice(0, at)} ${name.slice(at)}`,
    () => `${name.slice(0, at)}　${name.slice(at)}`,
    () => `${name.slice(0, at)}\n${name.slice(at)}`,
    () => [...name].join(' '),
    () => ` ${name}\t`,
    () => `${name}${drawOne(random, ['。', '.', '，', ';', '*', '、', '…', '-'])}`,
    () => drawOne(random, [`“${name}”`, `《${name}》`, `'${name}`, `"${name}"`]),
    () => toFullWidth(name),
    () => `${name.slice(0, at)}\u200b${name.slice(at)}`,
    () => `${name.slice(0, at)}·${name.slice(at)}`,
  ])();
}

/** Beside the name stands what belongs into another column. */
export function remarked(random: SeededRandom, name: string, former: string): string {
  const row = drawInteger(random, 1, 260);
  return drawOne(random, [
    `${name}（公章）`,
    `${name}（盖章）`,
    `${name}（原${former}）`,
    `${name}（曾用名：${former}）`,
    `${name}(原名${former})`,
    `${name}（存续）`,
    `${name}（在营）`,
    `${name}（规上）`,
    `${name}（一般纳税人）`,
    `${name}（2020年入规）`,
    `${name}——张经理`,
    `${name}等3家`,
    `${row}、${name}`,
    `${row}.${name}`,
    `（${row}）${name}`,
    `企业名称：${name}`,
    `单位：${name}`,
    `★${name}`,
  ]);
}

/** The same legal form as offices write it; never a word of another form. */
export function formAnotherWay(random: SeededRandom, parts: NameParts): string {
  return joinParts({ ...parts, form: drawOne(random, formsFor(parts.form)) });
}

function formsFor(form: string): readonly string[] {
  if (form.endsWith('股份有限公司')) {
    const group = form.startsWith('集团') ? '集团' : '';
    const shares = [
      '股份公司',
      '股份有限责任公司',
      '（股份）有限公司',
      '股份有限',
      '股份',
      '股份有限公司.',
      '股份有限公',
    ];
    return group === ''
      ? shares
      : ['（集团）股份有限公司', '股份有限公司（集团）', '集团股份公司', '(集团)股份公司', '集团股份'];
  }
  return [
    '有限责任公司',
    '有限公司',
    '公司',
    '（有限公司）',
    '(有限责任)公司',
    '有限',
    '有限责任',
    '有限公',
    '责任有限公司',
    '',
  ].filter((other) => other !== form);
}

/** 威海市宏泰… ↔ 威海宏泰… ↔ 山东省威海市宏泰… : the place is still there. */
export function placeLonger(
  random: SeededRandom,
  parts: NameParts,
  where: { province: string; city: string },
): string | undefined {
  const { place } = parts;
  const plain = place.replace(/[省市县]$/, '');
  const ways = [`${plain}${place === plain ? suffixOf(plain, where) : ''}`];
  if (place === where.city || plain === where.city.slice(0, -1)) {
    ways.push(
      `${where.province}${where.city}`,
      `${where.province.replace(/省$/, '')}${plain}`,
      `${where.province}${plain}`,
    );
  }
  const other = ways.filter((way) => way !== place && way !== '');
  return other.length === 0 ? undefined : joinParts({ ...parts, place: drawOne(random, other) });
}

function suffixOf(plain: string, { province, city }: { province: string; city: string }): string {
  if (`${plain}市` === city) return '市';
  return `${plain}省` === province ? '省' : '';
}

/** 宏泰（威海）精密机械… , 宏泰精密机械（威海）… , 宏泰精密机械…（威海） */
export function placeInBrackets(random: SeededRandom, { place, brand, trade, form }: NameParts): string {
  const short = place.replace(/(?<=..)[省市县]$/, '');
  const [open, close] = drawChance(random, 0.7) ? ['（', '）'] : ['(', ')'];
  const inside = `${open}${short}${close}`;
  return drawOne(random, [brand + inside + trade + form, brand + trade + inside + form, brand + trade + form + inside]);
}

/** What people say: the place and the form fall away, the trade is cut. */
export function everyday(random: SeededRandom, { place, brand, trade, form }: NameParts, short: string): string {
  const plain = place.replace(/(?<=..)[省市县]$/, '');
  return drawOne(random, [
    `${plain}${brand}${short}`,
    `${plain}${brand}${short}公司`,
    `${brand}${trade}`,
    `${brand}${trade}公司`,
    `${brand}${short}`,
    `${plain}${brand}`,
    form.includes('股份') ? `${brand}股份` : `${plain}${brand}公司`,
  ]);
}

/** The firm moved on: another trade, a group, no place any more. */
export function renamed(random: SeededRandom, parts: NameParts): string {
  const { place, brand, trade, form } = parts;
  const shares = '股份有限公司';
  return drawOne(random, [
    joinParts({
      ...parts,
      trade: drawOne(random, ['智能科技', '控股', '新材料科技', '健康产业', '环境科技', '产业发展']),
    }),
    joinParts({ ...parts, place: '' }),
    joinParts({ place, brand, trade: `${trade}科技`, form }),
    joinParts({ place, brand, trade, form: `集团${form.replace(/^集团/, '')}` }),
    joinParts({ place: '', brand, trade: `${trade}集团`, form: shares }),
    joinParts({ place, brand, trade, form: form.includes('股份') ? '有限公司' : shares }),
    joinParts({ place: '中国', brand, trade, form }),
  ]);
}
