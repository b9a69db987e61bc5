import { drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import { type SeededRandom, seededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { Site } from './identity-blind-addresses.ts';
import { listAlike } from './identity-blind-alike.ts';
import { madeTrades, syllables, type Trade, tradeWords } from './identity-blind-words.ts';
import { type Division, type IdentityWorld, madeCode, readDivisions, type WorldFirm } from './identity-world.ts';

/** 威海市 + 宏泰 + 精密机械 + 有限公司 */
export interface NameParts {
  readonly place: string;
  readonly brand: string;
  readonly trade: string;
  readonly form: string;
}

export interface BlindFirm {
  readonly id: string;
  readonly name: string;
  /** as a register of listed companies has it; unlisted firms have none */
  readonly shortName: string | null;
  readonly creditCode: string;
  readonly site: Site;
  /** undefined where a reader would not be sure how to cut the name */
  readonly parts: NameParts | undefined;
}

export interface CutFirm extends BlindFirm {
  readonly parts: NameParts;
}

export interface MadeFirm extends CutFirm {
  readonly trade: Trade;
  readonly latin: string;
}

export interface BlindWorld {
  readonly listed: readonly BlindFirm[];
  /** the listed ones whose names can be cut */
  readonly cut: readonly CutFirm[];
  readonly made: readonly MadeFirm[];
  readonly renames: readonly (readonly [BlindFirm, BlindFirm])[];
  /** different listed companies with names that are nearly one */
  readonly alike: readonly (readonly [BlindFirm, BlindFirm])[];
  readonly divisions: readonly Division[];
}

export function newBlindWorld(world: IdentityWorld): BlindWorld {
  const divisions = readDivisions();
  const nameOf = new Map(divisions.map(({ code, name }) => [code, name]));
  const stems = placeStems(divisions);
  const read = (firm: WorldFirm): BlindFirm => ({
    id: firm.id,
    name: firm.name,
    shortName: firm.shortName,
    creditCode: firm.creditCode,
    site: siteOf(firm, nameOf),
    parts: cutName(firm, stems),
  });
  const listed = world.firms.map(read);
  return {
    listed,
    cut: listed.flatMap((firm) => (firm.parts === undefined ? [] : [{ ...firm, parts: firm.parts }])),
    alike: listAlike(listed),
    made: makeFirms(divisions, 900),
    renames: world.renames.map(([first, other]): [BlindFirm, BlindFirm] => [read(first), read(other)]),
    divisions,
  };
}

function siteOf({ region, cityName, street, house }: WorldFirm, nameOf: ReadonlyMap<string, string>): Site {
  const county = region.endsWith('00') ? '' : (nameOf.get(region) ?? '');
  return { province: nameOf.get(`${region.slice(0, 2)}0000`) ?? '', city: cityName, county, street, house, region };
}

/** 威海 of 威海市, longest first */
function placeStems(divisions: readonly Division[]): readonly string[] {
  const stems = divisions.map(({ name }) =>
    name.replace(/(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市|县|区)$/, ''),
  );
  return [...new Set(stems.filter((stem) => stem.length >= 2))].sort((a, b) => b.length - a.length);
}

const form = /(?:集团股份有限公司|控股股份有限公司|股份有限公司|有限责任公司|集团有限公司|有限公司)$/;

function cutName({ name, shortName }: WorldFirm, stems: readonly string[]): NameParts | undefined {
  const end = form.exec(name)?.[0];
  if (end === undefined || /[()（）A-Za-z]/.test(name)) return undefined;
  const body = name.slice(0, -end.length);
  const stem = stems.find((place) => body.startsWith(place) && body.length - place.length >= 4) ?? '';
  const place = stem !== '' && /[省市县]/.test(body[stem.length] ?? '') ? body.slice(0, stem.length + 1) : stem;
  const rest = body.slice(place.length);
  const starts = tradeWords.map((word) => rest.indexOf(word, 2)).filter((at) => at >= 2);
  const at = starts.length === 0 ? 0 : Math.min(...starts);
  const brand = rest.slice(0, at);
  const known = shortName.includes(brand) || brand.length === 2;
  const unsure = stems.includes(brand) || brand.startsWith('中国') || !known;
  if (at < 2 || at > 4 || rest.length - at < 2 || unsure) return undefined;
  return { place, brand, trade: rest.slice(at), form: end };
}

export function joinParts({ place, brand, trade, form: end }: NameParts): string {
  return place + brand + trade + end;
}

/** Firms nobody lists on an exchange, as the register of a city mostly has them: in the towns of 胶东. */
function makeFirms(divisions: readonly Division[], count: number): readonly MadeFirm[] {
  const random = seededRandom('blind/made-firms');
  const seats = divisions.filter(({ code, level }) => level === 'county' && /^37(?:02|06|07|10)/.test(code));
  const firms = new Map<string, MadeFirm>();
  while (firms.size < count) {
    const firm = makeFirm(random, divisions, drawOne(random, seats));
    if (!firms.has(firm.name)) firms.set(firm.name, firm);
  }
  return [...firms.values()];
}

function makeFirm(random: SeededRandom, divisions: readonly Division[], seat: Division): MadeFirm {
  const city = divisions.find(({ code }) => code === `${seat.code.slice(0, 4)}00`)?.name ?? '';
  const count = drawInteger(random, 2, 3);
  const sounds = Array.from({ length: count }, () => drawOne(random, syllables));
  const trade = drawOne(random, madeTrades);
  const seatName = seat.name.endsWith('区') ? city + seat.name : seat.name;
  const brand = sounds.map((sound) => sound.slice(0, 1)).join('');
  const place = drawOne(random, [city, city.slice(0, -1), city.slice(0, -1), seatName, '山东']);
  const parts = {
    place,
    brand,
    trade: trade.name,
    form: drawOne(random, ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司']),
  };
  const site: Site = {
    province: '山东省',
    city,
    county: seat.name,
    street: `${drawOne(random, [...'青珠昆统世沈世羊双齐'])}${drawOne(random, ['岛', '海', '山', '河', '昌', '林'])}${drawOne(random, ['路', '街', '大道', '东路'])}`,
    house: drawInteger(random, 1, 988),
    region: seat.code,
  };
  const latin = sounds.map((sound) => sound.slice(1)).join('');
  const name = joinParts(parts);
  return {
    id: `made/${name}`,
    name,
    shortName: null,
    creditCode: madeCode(random, seat.code),
    site,
    parts,
    trade,
    latin,
  };
}
