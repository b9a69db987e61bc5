import { type Area, type Measure, measures, type PremisesFacts, type PremisesWish } from './premises.ts';

export type WishVerdict = 'met' | 'not-met' | 'unknown';
export type WishName = keyof PremisesWish;

/** How one wish stands to one plot or plant. */
export interface WishReason {
  readonly wish: WishName;
  readonly verdict: WishVerdict;
}

export interface PremisesFit {
  /** `fits`: every wish is met. `open`: none is against it, at least one is not known. */
  readonly fit: 'fits' | 'open' | 'fails';
  /** the wishes that were said, those against it first */
  readonly reasons: readonly WishReason[];
}

/**
 * Does this plot or plant do what a firm wishes? Ensures: unknown is never no; a wish that was not said is no reason; more is enough.
 * Floor load and exhaust stand against no land: what is built there is built for the firm.
 */
export function matchPremises(wish: PremisesWish, facts: PremisesFacts): PremisesFit {
  const reasons = [
    ...(wish.kind === null ? [] : [reason('kind', wish.kind === facts.kind ? 'met' : 'not-met')]),
    ...(wish.area === null ? [] : [reason('area', areaVerdict(wish.area, facts.area))]),
    ...measures.flatMap((name) => {
      const asked = wish[name];
      return asked === null ? [] : [reason(name, measureVerdict(name, asked, facts))];
    }),
    ...(wish.exhaust === null ? [] : [reason('exhaust', exhaustVerdict(facts))]),
  ].toSorted((one, other) => order[one.verdict] - order[other.verdict]);
  return { fit: fitOf(reasons), reasons };
}

/** The same over many: those that fit first, then those where something is not known, each in the order given. */
export function rankPremises<Premises extends { readonly facts: PremisesFacts }>(
  wish: PremisesWish,
  all: readonly Premises[],
): readonly (Premises & PremisesFit)[] {
  return all
    .map((one) => ({ ...one, ...matchPremises(wish, one.facts) }))
    .toSorted((one, other) => rank[one.fit] - rank[other.fit]);
}

const order = { 'not-met': 0, unknown: 1, met: 2 } as const satisfies Record<WishVerdict, number>;
const rank = { fits: 0, open: 1, fails: 2 } as const satisfies Record<PremisesFit['fit'], number>;

const reason = (wish: WishName, verdict: WishVerdict): WishReason => ({ wish, verdict });

function fitOf(reasons: readonly WishReason[]): PremisesFit['fit'] {
  const [worst] = reasons;
  if (worst?.verdict === 'not-met') return 'fails';
  return worst?.verdict === 'unknown' ? 'open' : 'fits';
}

function areaVerdict(asked: Area, has: Area | null): WishVerdict {
  if (has === null) return 'unknown';
  return inThirds(has) >= inThirds(asked) ? 'met' : 'not-met';
}

/** In thirds of a square metre: 1 mu is 2000/3 m², so that whole figures compare without a rounding. */
const inThirds = ({ amount, unit }: Area) => amount * (unit === 'mu' ? 2_000 : 3);

function measureVerdict(name: Measure, asked: number, facts: PremisesFacts): WishVerdict {
  if (name === 'floorLoad' && facts.kind === 'land') return 'met';
  const has = facts[name];
  if (has === null) return 'unknown';
  return has >= asked ? 'met' : 'not-met';
}

function exhaustVerdict({ kind, exhaust }: PremisesFacts): WishVerdict {
  if (kind === 'land') return 'met';
  if (exhaust === null) return 'unknown';
  return exhaust ? 'met' : 'not-met';
}
