import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { WorldFirm } from './identity-world.ts';

type Rewriting = (name: string, cityName: string) => string;

/** The ways in which people write one name: each changes the writing, never the firm. */
const signChanges: readonly Rewriting[] = [
  (name) => name,
  (name) => name.replaceAll('(', '（').replaceAll(')', '）'),
  (name) => name.replace(/集团(?=股份|有限)/, '（集团）'),
  (name) => name.replace(/[(（]([^()（）]+)[)）]/, '$1'),
  (name) => name.replace(/(.{2,6})/, '$1 '),
  (name) => ` ${[...name].join(name.length < 9 ? '　' : '')}`,
  (name) => name.replace(/有限责任公司$/, '有限公司'),
  (name) => name.replace(/(?<!股份)有限公司$/, '有限责任公司'),
  (name) => name.replace(/股份有限公司$/, '股份公司'),
  (name) => traditional(name),
  (name) => `${name}。`,
];
const formChanges: readonly Rewriting[] = [
  (name) => name.replace(/(?:股份)?有限(?:责任)?公司$/, ''),
  (name) => name.replace(/股份有限公司$/, '股份'),
  (name) => name.replace(/有限公司$/, '公司'),
];
const placeChanges: readonly Rewriting[] = [
  (name, city) => (name.startsWith(city.slice(0, -1)) ? name.replace(/^(..)(?!市)/, '$1市') : name),
  (name, city) => name.replace(new RegExp(`^${city}`), city.slice(0, -1)),
  (name, city) => withoutPlace(name, city),
  (name, city) => `${city}${withoutPlace(name, city)}`,
  (name, city) => `${name}(${city.slice(0, -1)})`,
];

/** What else than signs may be changed: a writing that would fit both firms of a pair is not made, nobody could tell. */
export interface Retyping {
  readonly form: boolean;
  readonly place: boolean;
}

export function retypedName(
  { name, cityName }: { readonly name: string; readonly cityName: string },
  random: SeededRandom,
  { form, place }: Retyping,
): string {
  const ways = [...signChanges, ...(form ? formChanges : []), ...(place ? placeChanges : [])];
  const once = drawOne(random, ways)(name, cityName);
  return drawChance(random, 0.35) ? drawOne(random, ways)(once, cityName) : once;
}

/** The same house, as people write it; now and then only the street, or where the firm works instead. */
export function retypedAddress(firm: WorldFirm, random: SeededRandom): readonly string[] {
  const { street, house, cityName } = firm;
  const county = firm.addresses[0]?.slice(cityName.length, -`${street}${house}号`.length) ?? '';
  const written = drawOne(random, [
    `${street}${house}号`,
    `${cityName}${county}${street}${house}号`,
    `${county}${street}${house}号${drawInteger(random, 1, 9)}号楼`,
    `${cityName.slice(0, -1)}${street} ${house} 号院内`,
    `${county}${street}${wide(house)}号`,
    `${cityName}${street}${house}-${drawInteger(random, 1, 6)}`,
    `${street}`,
    `${cityName}${county}${drawOne(random, ['工业园', '科技园', '物流园'])}${drawInteger(random, 1, 30)}号`,
  ]);
  return [written];
}

/** One slip of the pen in a code: a look-alike, a neighbour swapped, any other character. */
export function slippedCode(code: string, random: SeededRandom): string {
  const at = drawInteger(random, 8, 16);
  const here = code.charAt(at);
  if (drawChance(random, 0.3) && code.charAt(at + 1) !== here) {
    return code.slice(0, at) + code.charAt(at + 1) + here + code.slice(at + 2);
  }
  const other = drawOne(
    random,
    [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].filter((character) => character !== here),
  );
  return code.slice(0, at) + other + code.slice(at + 1);
}

function withoutPlace(name: string, cityName: string): string {
  const city = cityName.slice(0, -1);
  const short = name.startsWith(cityName) ? name.slice(city.length + 1) : name.replace(new RegExp(`^${city}`), '');
  return short.length >= 6 ? short : name;
}

function wide(figure: number): string {
  return [...String(figure)].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
}

const simple = '电华东业发车医药龙机术际备实达国长兴';
const full = '電華東業發車醫藥龍機術際備實達國長興';

function traditional(name: string): string {
  return [...simple].reduce((text, sign, at) => text.replaceAll(sign, full.charAt(at)), name);
}
