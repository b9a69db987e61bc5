import { drawChance, drawInteger, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import { type EnteredFirm, madeCode, type WorldFirm } from './identity-world.ts';

/** Somebody else with a name, an address or a code that looks the same. */
export type NamesakeMaker = (
  firm: WorldFirm,
  random: SeededRandom,
  places: readonly { name: string }[],
) => EnteredPair | undefined;

export type EnteredPair = readonly [EnteredFirm, EnteredFirm];

const soundAlikes =
  '宏鸿弘洪红 达大 华桦骅 兴星欣鑫新 海瀚 通同 泰太 光广 龙隆 佳嘉家 利力立 金锦晋 源远元圆 正政 盛胜晟 安岸 康慷 恒衡亨 瑞锐睿 德得 信鑫芯 科柯 天添 洋阳扬 润闰 伟威维 博铂 诚成晨 美媚 中众忠 东冬 富福 凯铠'.split(
    ' ',
  );

export const namesakeMakers: Readonly<Record<string, NamesakeMaker>> = {
  'one character of the name': (firm, random) => {
    const hits = [...firm.name.slice(0, 8)].flatMap((sign, at) =>
      soundAlikes
        .filter((group) => group.includes(sign))
        .flatMap((group) => [...group].map((other) => ({ at, other }))),
    );
    const usable = hits.filter(
      ({ at, other }) => firm.name[at] !== other && !firm.name.startsWith(firm.cityName.slice(0, at + 1)),
    );
    if (usable.length === 0) return undefined;
    const { at, other } = drawOne(random, usable);
    return [firm, neighbour(firm, random, firm.name.slice(0, at) + other + firm.name.slice(at + 1))];
  },
  'sister factory': (firm, random) => {
    const [one, two] = drawOne(random, [
      ['一', '二'],
      ['第一', '第三'],
      ['1', '2'],
      ['二', '四'],
    ] as const);
    const unit = drawOne(random, ['分厂', '分公司', '车间', '门市部']);
    return [atHome(firm, random, `${firm.name}${one}${unit}`), atHome(firm, random, `${firm.name}${two}${unit}`)];
  },
  'branch of the firm': (firm, random) => {
    const place = drawOne(random, ['', firm.cityName.slice(0, -1), '高区', '第一']);
    return [
      firm,
      atHome(firm, random, `${firm.name}${place}${drawOne(random, ['分公司', '办事处', '经营部', '分厂'])}`),
    ];
  },
  'same name in another place': (firm, random, places) => {
    const other = drawOne(random, places).name;
    const city = firm.cityName.slice(0, -1);
    if (!firm.name.startsWith(city) || other === firm.cityName || other.endsWith('划')) return undefined;
    const name = `${other.replace(/(?:市|地区)$/, '')}${firm.name.slice(city.length).replace(/^市/, '')}`;
    return [firm, neighbour(firm, random, name)];
  },
  'parent and subsidiary': (firm, random) => {
    const root = firm.name.replace(/(?:集团)?股份有限公司$/, '');
    const name = drawOne(random, [
      `${root}集团有限公司`,
      `${root}控股集团有限公司`,
      `${root}有限公司`,
      `${root}集团（控股）有限公司`,
    ]);
    return name === firm.name ? undefined : [firm, atHome(firm, random, name)];
  },
  'other trade under the same brand': (firm, random) => {
    const trade = drawOne(random, [
      '投资',
      '贸易',
      '物业管理',
      '酒店',
      '小额贷款',
      '环保',
      '新能源',
      '供应链管理',
      '医疗器械',
      '电子商务',
      '置业',
      '农业开发',
    ]);
    const root = firm.name
      .replace(/股份有限公司$/, '')
      .replace(/(?:科技|集团|实业|电子|机械|材料|药业|化工|股份|控股|发展|技术|电气|食品|环保|智能|装备)+$/, '');
    if (root.length < 3 || root.includes(trade)) return undefined;
    return [firm, atHome(firm, random, `${root}${trade}有限公司`)];
  },
  'stranger in the same house': (firm, random) => {
    const first = drawOne(random, [...'澜汐沧湄鲲鸥棠榆枫桐砚缃岚崧砺磐铎璟珩瑾晗昀昴辰朔霁霖序泠淳浔']);
    const second = drawOne(random, [...'川屿岸渡峰原圃匠锻织衡度尺格致行迈越翎骁枢钧鉴晖烁朗澄泓沅汇聚协恪笃']);
    const name = `${firm.cityName.slice(0, -1)}${first}${second}${drawOne(random, ['贸易', '电子', '机械', '食品'])}有限公司`;
    return [firm, { ...neighbour(firm, random, name), addresses: firm.addresses }];
  },
};

/** Another firm of the same city: mostly elsewhere, now and then in the same street. */
function neighbour(firm: WorldFirm, random: SeededRandom, name: string): EnteredFirm {
  const street = drawChance(random, 0.3)
    ? firm.street
    : drawOne(random, ['北环路', '望海路', '松涛街', '丹桂路', '金线顶路', '渔港路']);
  return { ...own(firm, random, name), addresses: [`${firm.cityName}${street}${drawInteger(random, 400, 899)}号`] };
}

/** A body of the same house: same gate, same letterbox, its own licence. */
function atHome(firm: WorldFirm, random: SeededRandom, name: string): EnteredFirm {
  return drawChance(random, 0.6)
    ? { ...own(firm, random, name), addresses: firm.addresses }
    : neighbour(firm, random, name);
}

function own(firm: WorldFirm, random: SeededRandom, name: string): EnteredFirm {
  const creditCode = madeCode(random, firm.region);
  return { id: `${firm.id}/${name}`, name, shortName: null, creditCode, addresses: [], region: firm.region };
}
