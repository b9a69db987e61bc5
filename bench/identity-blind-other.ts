import { drawChance, drawOne, drawWeighted } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { otherStreet, type Site } from './identity-blind-addresses.ts';
import { neighbourCode } from './identity-blind-codes.ts';
import { type BlindFirm, type BlindWorld, type CutFirm, joinParts, type MadeFirm } from './identity-blind-firms.ts';
import type { Draft, Proof, Scenario } from './identity-blind-pair.ts';
import { madeTrades, otherBrandCharacters } from './identity-blind-words.ts';
import { placeInBrackets, typed } from './identity-blind-writing.ts';
import { madeCode } from './identity-world.ts';

/** Two organisations that look alike. */
export const otherScenarios: readonly Scenario[] = [
  other('same 字号, another trade', 340, (random, { firm }) =>
    second(random, firm, {
      name: joinParts({ ...firm.parts, trade: otherTrade(random, firm) }),
      site: elsewhere(random, firm),
      proof: 'address',
    }),
  ),
  other('sister at the same address', 250, (random, { firm }) =>
    second(random, firm, {
      name: joinParts({ ...firm.parts, trade: otherTrade(random, firm) }),
      site: firm.site,
      near: true,
      proof: 'name',
    }),
  ),
  other('subsidiary in another town', 280, (random, { firm, world }) => subsidiary(random, firm, world)),
  other('branch against the body', 280, (random, { firm, world }) => branch(random, firm, world)),
  other('same name, another place', 280, (random, { firm, world }) => namesake(random, firm, world)),
  other('one character apart in the 字号', 280, (random, { firm }) => oneCharacter(random, firm)),
  other('another firm at the same address', 180, (random, { firm, world }) => {
    const tenant = drawOne(random, world.made);
    const known = drawChance(random, 0.5) ? firm : drawOne(random, world.made);
    if (tenant.parts.brand === known.parts.brand) return undefined;
    return second(random, known, { name: tenant.name, site: known.site, proof: 'name' });
  }),
  other('father or holding', 240, (random, { firm }) => father(random, firm)),
  other('registered anew under the same name', 60, (random, { made }) =>
    second(random, made, { name: made.name, site: made.site, proof: 'code' }),
  ),
  other('works and company', 80, (random, { made }) => {
    const { place, brand } = made.parts;
    const kinds = made.trade.field === 'service' ? ['商行', '经营部', '服务部'] : ['厂', '加工厂', '经营部', '门市部'];
    const name = place + brand + made.trade.short + drawOne(random, kinds);
    return second(random, made, { name, site: made.site, near: drawChance(random, 0.2), proof: 'code' });
  }),
  other('number apart', 120, (random, { made }) => numberApart(random, made)),
  other('trade a word longer', 150, (random, { firm }) => {
    const trade =
      firm.parts.trade + drawOne(random, ['装备', '技术', '制造', '销售', '工程', '科技', '服务', '进出口', '研究院']);
    return second(random, firm, {
      name: joinParts({ ...firm.parts, trade }),
      site: firm.site,
      near: drawChance(random, 0.4),
      proof: 'code',
    });
  }),
  other('same words, place in brackets', 80, (random, { firm }) =>
    firm.parts.place === ''
      ? undefined
      : second(random, firm, {
          name: placeInBrackets(random, firm.parts),
          site: elsewhere(random, firm),
          proof: 'code',
        }),
  ),
  other('listed namesakes', 340, (random, { world }) => {
    const [first, like] = drawOne(random, world.alike);
    const [known, entered] = drawChance(random, 0.5) ? [first, like] : [like, first];
    return {
      known,
      name: entered.name,
      shortName: entered.shortName,
      code: entered.creditCode,
      site: entered.site,
      proof: 'name',
    };
  }),
];

interface Drawn {
  readonly firm: CutFirm;
  readonly made: MadeFirm;
  readonly world: BlindWorld;
}

interface SecondFirm {
  readonly proof: Proof;
  readonly name: string;
  readonly site: Site;
  /** registered together: the codes differ by a few numbers */
  readonly near?: boolean;
}

function other(
  name: string,
  count: number,
  draft: (random: SeededRandom, drawn: Drawn) => Draft | undefined,
): Scenario {
  return {
    name,
    same: false,
    count,
    draft: (random, world) => {
      const made = drawOne(random, world.made);
      return draft(random, { made, firm: drawChance(random, 0.6) ? drawOne(random, world.cut) : made, world });
    },
  };
}

function second(random: SeededRandom, known: BlindFirm, firm: SecondFirm): Draft {
  const code =
    firm.near === true && drawChance(random, 0.5)
      ? neighbourCode(random, known.creditCode)
      : madeCode(random, firm.site.region);
  const name = drawChance(random, 0.85) ? firm.name : typed(random, firm.name);
  return { known, name, shortName: null, code, site: firm.site, proof: firm.proof };
}

function elsewhere(random: SeededRandom, { site }: BlindFirm): Site {
  return otherStreet(random, site);
}

/** Of another field, so that nobody takes it for the trade of yesterday. */
function otherTrade(random: SeededRandom, firm: CutFirm): string {
  const own = madeTrades.find(({ name }) => name === firm.parts.trade);
  const fitting = madeTrades.filter(
    ({ name, field }) =>
      field !== own?.field && ![...new Set(firm.parts.trade)].some((character) => name.includes(character)),
  );
  return drawOne(random, fitting.length === 0 ? madeTrades : fitting).name;
}

function subsidiary(random: SeededRandom, firm: CutFirm, world: BlindWorld): Draft | undefined {
  const { brand, trade, place } = firm.parts;
  const seat = drawOne(random, world.made).site;
  const town = drawOne(random, [seat.city, seat.county]).replace(/[市区县]$/, '');
  if (town.length < 2 || place.startsWith(town) || firm.site.city.startsWith(town) || seat.city === firm.site.city)
    return undefined;
  const short = trade.length > 2 ? drawOne(random, [trade, trade.slice(0, 2)]) : trade;
  const name = drawOne(random, [
    `${brand}(${town})${short}有限公司`,
    `${brand}${short}(${town})有限公司`,
    `${town}${brand}${short}有限公司`,
    `${town}市${brand}${trade}有限责任公司`,
  ]);
  return second(random, firm, { name, site: otherStreet(random, seat), proof: 'name' });
}

function branch(random: SeededRandom, firm: CutFirm, world: BlindWorld): Draft {
  const seat = drawOne(random, world.made).site;
  const town = drawOne(random, [seat.city, seat.county, seat.city]).replace(/(?<=..)[市区县]$/, '');
  const tail = drawOne(random, [
    `${town}分公司`,
    `${town}分公司`,
    `(${town})分公司`,
    `${town}办事处`,
    `驻${town}办事处`,
    `${town}项目部`,
    '第一分厂',
    '第二分公司',
    `${town}营业部`,
    `${town}经营部`,
    `${town}服务中心`,
  ]);
  const inTown = tail.includes(town);
  return second(random, firm, {
    name: firm.name + tail,
    site: inTown ? otherStreet(random, seat) : firm.site,
    proof: 'name',
  });
}

/** 威海宏泰… and 烟台宏泰… : each city may register the name once. */
function namesake(random: SeededRandom, firm: CutFirm, world: BlindWorld): Draft | undefined {
  const seat = drawOne(random, world.made).site;
  const { place } = firm.parts;
  const town = place.endsWith('市') ? seat.city : seat.city.replace(/市$/, '');
  if (place === '' || place === '山东' || seat.city === firm.site.city || place.includes(town)) return undefined;
  return second(random, firm, {
    name: joinParts({ ...firm.parts, place: town }),
    site: otherStreet(random, seat),
    proof: 'name',
  });
}

function oneCharacter(random: SeededRandom, firm: CutFirm): Draft {
  const { brand } = firm.parts;
  const at = Math.floor(random.next() * brand.length);
  const fresh = drawOne(
    random,
    otherBrandCharacters.filter((character) => !brand.includes(character)),
  );
  const changed = brand.slice(0, at) + fresh + brand.slice(at + 1);
  return second(random, firm, {
    name: joinParts({ ...firm.parts, brand: changed }),
    site: elsewhere(random, firm),
    proof: 'address',
  });
}

/** Where only 集团 is added, nothing but the code tells it from the firm that became a group. */
function father(random: SeededRandom, firm: CutFirm): Draft | undefined {
  const { place, brand, trade } = firm.parts;
  if (/控股|投资|集团/.test(trade + firm.parts.form)) return undefined;
  const ends: readonly (readonly [string, Proof])[] = [
    ['集团有限公司', 'code'],
    ['控股集团有限公司', 'code'],
    ['投资控股有限公司', 'address'],
    ['投资管理合伙企业（有限合伙）', 'name'],
    ['创业投资基金（有限合伙）', 'name'],
    ['集团财务有限公司', 'name'],
    ['慈善基金会', 'name'],
    ['工会委员会', 'name'],
  ];
  const [end, proof] = drawWeighted(random, ends, ([, kind]) => (kind === 'code' ? 3 : 1));
  const name = place + brand + (proof === 'code' && drawChance(random, 0.5) ? trade : '') + end;
  return second(random, firm, {
    name,
    site: drawChance(random, 0.5) && proof !== 'address' ? firm.site : elsewhere(random, firm),
    proof,
  });
}

function numberApart(random: SeededRandom, made: MadeFirm): Draft {
  const { place, brand } = made.parts;
  const [first, next] = drawOne(random, [
    ['第一', '第二'],
    ['第二', '第三'],
    ['一', '二'],
    ['1号', '2号'],
    ['东', '西'],
    ['南', '北'],
  ] as const);
  const kind = drawOne(random, [
    '建筑工程公司',
    '食品厂',
    '加油站',
    '幼儿园',
    '药店',
    '污水处理厂',
    '养殖场',
    '冷藏厂',
  ]);
  const known = { ...made, id: `${made.id}/${first}${kind}`, name: `${place}${brand}${first}${kind}` };
  return second(random, known, {
    name: `${place}${brand}${next}${kind}`,
    site: otherStreet(random, made.site),
    near: true,
    proof: 'name',
  });
}
