import { type HeatLevel, type HeatRing, heatLevels, heatRings } from '@zhitong/domain/investment/heat-question';
import { type Address, useAddress } from '#platform/address';

/** What the address says of the map: it is the view, a pasted link shows the same. */
export interface HeatView {
  readonly chain: string | undefined;
  readonly gap: string | undefined;
  readonly product: string | undefined;
  readonly firm: string | undefined;
  readonly level: HeatLevel;
  readonly within: HeatRing;
  readonly working: 'any' | 'known';
  readonly area: string | undefined;
  readonly view: 'firms' | 'areas';
  readonly offset: number;
}

export const heatPage = 50;

export function useHeatView(): { readonly view: HeatView; readonly set: Address['set'] } {
  const { get, set } = useAddress();
  return {
    set,
    view: {
      ...{ chain: get('chain'), gap: get('gap'), product: get('product'), firm: get('firm'), area: get('area') },
      level: heatLevels.find((level) => level === get('level')) ?? 'city',
      within: heatRings.find((ring) => ring === get('within')) ?? 'nation',
      working: get('working') === 'known' ? 'known' : 'any',
      view: get('view') === 'areas' ? 'areas' : 'firms',
      offset: Math.max(0, Number(get('from') ?? 0) || 0),
    },
  };
}

/** Another question: what belonged to the former one goes. */
export const newQuestion = {
  ...{ chain: undefined, gap: undefined, product: undefined, firm: undefined, area: undefined, from: undefined },
};

export const isAsked = ({ chain, gap, product, firm }: HeatView) =>
  [chain, gap, product, firm].some((one) => one !== undefined);

/** The question as the server is asked it; two at once in a pasted link are refused there with a sentence. */
export function heatQueryOf(view: HeatView) {
  const { chain, gap, product, firm, level, within, working, area, offset } = view;
  return { chain, gap, product, firm, level, within, working, area, offset, limit: heatPage };
}
