import { drawChance, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { otherStreet } from './identity-blind-addresses.ts';
import { toFullWidth, toTraditional, withBrandSlip, withPlainSlip } from './identity-blind-characters.ts';
import { type BlindFirm, type BlindWorld, type CutFirm, joinParts, type MadeFirm } from './identity-blind-firms.ts';
import type { Draft, Scenario } from './identity-blind-pair.ts';
import {
  everyday,
  formAnotherWay,
  placeInBrackets,
  placeLonger,
  remarked,
  renamed,
  typed,
} from './identity-blind-writing.ts';

/** One organisation, written a second time by somebody else. */
export const sameScenarios: readonly Scenario[] = [
  same('typing of the name', 340, (random, { anyFirm }) => plainly(anyFirm, typed(random, anyFirm.name))),
  same('legal form another way', 260, (random, { firm }) => plainly(firm, formAnotherWay(random, firm.parts))),
  same('place longer or shorter', 200, (random, { firm }) => {
    const name = placeLonger(random, firm.parts, firm.site);
    return name === undefined ? undefined : plainly(firm, name);
  }),
  same('place left out', 140, (_, { firm }) =>
    firm.parts.place === '' ? undefined : byAddress(firm, joinParts({ ...firm.parts, place: '' })),
  ),
  same('place in brackets elsewhere', 120, (random, { firm }) =>
    firm.parts.place === '' ? undefined : byAddress(firm, placeInBrackets(random, firm.parts)),
  ),
  same('everyday name, listed', 160, (random, { listed }) => shortened(random, listed)),
  same('everyday name, unlisted', 140, (random, { made }) =>
    byAddress(made, everyday(random, made.parts, made.trade.short)),
  ),
  same('traditional characters', 160, (random, { anyFirm }) => {
    const name = toTraditional(anyFirm.name);
    return plainly(anyFirm, drawChance(random, 0.8) ? name : typed(random, name));
  }),
  same('slip in trade or form', 220, (random, { firm }) => slippedPlain(random, firm)),
  same('slip in the 字号', 160, (random, { firm }) => {
    const brand = withBrandSlip(random, firm.parts.brand);
    return brand === undefined ? undefined : byAddress(firm, joinParts({ ...firm.parts, brand }));
  }),
  same('character lost, doubled or swapped', 120, (random, { firm }) => byAddress(firm, stumbled(random, firm))),
  same('Latin letters', 120, (random, { made }) => latin(random, made)),
  same('remark beside the name', 160, (random, { firm }) =>
    plainly(firm, remarked(random, firm.name, joinParts({ ...firm.parts, form: '厂' }))),
  ),
  same('old place name', 120, (random, { made }) => oldPlace(random, made)),
  same('exact name, other address', 200, (random, { anyFirm }) => ({
    ...plainly(anyFirm, anyFirm.name),
    site: otherStreet(random, anyFirm.site),
  })),
  same('true rename', 147, (random, { renames, turn }) => trueRename(random, renames[turn % renames.length])),
  same('made rename', 170, (random, { firm }) => ({
    ...plainly(firm, renamed(random, firm.parts)),
    proof: 'code',
    care: 'readable',
  })),
  same('code miswritten', 220, (random, { firm }) => ({
    ...plainly(
      firm,
      drawOne(random, [firm.name, firm.name, typed(random, firm.name), formAnotherWay(random, firm.parts)]),
    ),
    proof: 'code',
    care: 'damaged',
  })),
  same('several slips at once', 140, (random, { firm }) => byAddress(firm, severalSlips(random, firm))),
];

interface Drawn {
  /** listed or not, whether its name can be cut or not */
  readonly anyFirm: BlindFirm;
  readonly firm: CutFirm;
  readonly listed: BlindFirm;
  readonly made: MadeFirm;
  readonly renames: BlindWorld['renames'];
  readonly turn: number;
}

function same(name: string, count: number, draft: (random: SeededRandom, drawn: Drawn) => Draft | undefined): Scenario {
  return {
    name,
    same: true,
    count,
    draft: (random, { listed, cut, made, renames }, turn) => {
      const unlisted = drawOne(random, made);
      const firm = drawChance(random, 0.6) ? drawOne(random, cut) : unlisted;
      const anyFirm = drawChance(random, 0.6) ? drawOne(random, listed) : unlisted;
      return draft(random, { anyFirm, firm, listed: drawOne(random, listed), made: unlisted, renames, turn });
    },
  };
}

function plainly(known: BlindFirm, name: string): Draft {
  return { known, name, shortName: known.shortName, proof: 'name' };
}

function byAddress(known: BlindFirm, name: string): Draft {
  return { known, name, shortName: known.shortName, proof: 'address' };
}

function shortened(random: SeededRandom, firm: BlindFirm): Draft | undefined {
  const { shortName } = firm;
  if (shortName === null || shortName.length < 3) return undefined;
  return byAddress(firm, drawOne(random, [shortName, shortName, `${shortName}公司`, `${shortName}有限公司`]));
}

function slippedPlain(random: SeededRandom, { parts, ...firm }: CutFirm): Draft | undefined {
  const end = withPlainSlip(random, parts.trade + parts.form);
  return end === undefined ? undefined : plainly({ ...firm, parts }, parts.place + parts.brand + end);
}

/** The first two characters after the place stay: they are what a reader looks at. */
function stumbled(random: SeededRandom, { parts }: CutFirm): string {
  const front = parts.place + parts.brand;
  const back = [...(parts.trade + parts.form)];
  const at = Math.floor(random.next() * (back.length - 1));
  const [here = '', next = ''] = back.slice(at, at + 2);
  const spliced = drawOne(random, [[next], [here, here, next], [next, here]]);
  return front + back.toSpliced(at, 2, ...spliced).join('');
}

function latin(random: SeededRandom, firm: MadeFirm): Draft {
  const { parts, trade } = firm;
  const letters = [...firm.latin]
    .filter((_, at) => at % 3 === 0)
    .join('')
    .slice(0, 3)
    .toUpperCase();
  const capital = firm.latin.replace(/^./, (letter) => letter.toUpperCase());
  const english = `${capital} ${trade.english} Co., Ltd.`;
  if (drawChance(random, 0.4)) {
    return plainly(
      firm,
      drawOne(random, [
        `${firm.name}（${english}）`,
        `${firm.name} ${english}`,
        `${firm.name}${capital.toUpperCase()}`,
      ]),
    );
  }
  const name = joinParts({ ...parts, brand: letters });
  const spelt = drawOne(random, [
    letters.toLowerCase(),
    toFullWidth(letters),
    [...letters].join('.'),
    ` ${letters} `,
    `“${letters}”`,
  ]);
  return plainly({ ...firm, id: `${firm.id}/latin`, name }, joinParts({ ...parts, brand: spelt }));
}

/** Counties that became districts in the last years, and what the name and the seat were before. */
const formerPlaces: Readonly<Record<string, { readonly place: string; readonly county: string }>> = {
  威海市文登区: { place: '文登市', county: '文登市' },
  青岛市即墨区: { place: '即墨市', county: '即墨市' },
  烟台市蓬莱区: { place: '蓬莱市', county: '蓬莱市' },
  青岛市黄岛区: { place: '胶南市', county: '胶南市' },
};

function oldPlace(random: SeededRandom, made: MadeFirm): Draft | undefined {
  const [today, former] = drawOne(random, Object.entries(formerPlaces));
  if (!made.site.city.startsWith(today.slice(0, 2))) return undefined;
  const site = { ...made.site, county: today.slice(3), region: regions[today] ?? made.site.region };
  const known = { ...made, id: `${made.id}/moved`, name: joinParts({ ...made.parts, place: today }), site };
  const place = drawOne(random, [
    former.place,
    former.place,
    former.place.slice(0, -1),
    site.city.slice(0, -1) + former.place,
  ]);
  return { ...byAddress(known, joinParts({ ...made.parts, place })), site: { ...site, county: former.county } };
}

const regions: Readonly<Record<string, string>> = {
  威海市文登区: '371003',
  青岛市即墨区: '370215',
  烟台市蓬莱区: '370614',
  青岛市黄岛区: '370211',
};

function trueRename(random: SeededRandom, rename: BlindWorld['renames'][number] | undefined): Draft | undefined {
  if (rename === undefined) return undefined;
  const [first, other] = rename;
  const [known, entered] = drawChance(random, 0.5) ? [first, other] : [other, first];
  const name = drawChance(random, 0.7) ? entered.name : typed(random, entered.name);
  return { known, name, shortName: entered.shortName, proof: 'code', care: 'readable' };
}

function severalSlips(random: SeededRandom, firm: CutFirm): string {
  const slipped = slippedPlain(random, firm)?.name ?? firm.name;
  const name = drawChance(random, 0.5) ? slipped : formAnotherWay(random, firm.parts);
  const shorter = name.replace(/^(..)[市省县]/, '$1');
  const written = drawChance(random, 0.4) ? toTraditional(shorter) : shorter;
  return drawChance(random, 0.6) ? typed(random, written) : remarked(random, written, `${firm.parts.brand}厂`);
}
