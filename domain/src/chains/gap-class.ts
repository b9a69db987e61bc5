/** The state of a link of a chain, worst first (缺链 · 弱链). */
export const gapClasses = [
  'missing',
  'short',
  'single-source',
  'outside-dependent',
  'fragile',
  'unknown',
  'strong',
] as const;
export type GapClass = (typeof gapClasses)[number];

export const gapClassWords = {
  missing: { zh: '缺链', en: 'Missing' },
  short: { zh: '短缺', en: 'Short' },
  'single-source': { zh: '单源', en: 'Single source' },
  'outside-dependent': { zh: '外采', en: 'Bought outside' },
  fragile: { zh: '脆弱', en: 'Fragile' },
  unknown: { zh: '未知', en: 'Unknown' },
  strong: { zh: '强链', en: 'Strong' },
} as const satisfies Record<GapClass, { zh: string; en: string }>;

/** Instead of a class: nothing was kept of it on a past day. */
export const notKept = { zh: '当日没有留存', en: 'Not kept that day' } as const;

/** A class that asks for an action; unknown asks for facts, strong for nothing. */
export const isWeak = (of: GapClass): boolean => of !== 'strong' && of !== 'unknown';

/** Why a link has its class. */
export const gapCauseCodes = [
  'no-maker',
  'single-maker',
  'capacity-short',
  'capacity-unknown',
  'units-differ',
  'bought-outside',
  'not-chosen',
  'stops-others',
  'splits-chain',
  'only-way',
  'long-run',
  'unmet-needs',
  'no-facts',
  'several-makers',
] as const;
export type GapCauseCode = (typeof gapCauseCodes)[number];

export interface GapCause {
  readonly code: GapCauseCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A cause with the class it speaks for. */
export interface Finding {
  readonly class: GapClass;
  readonly cause: GapCause;
}
