import { factLevels, organisationSizes } from '../directory/organisation-fact.ts';
import { Refusal } from '../refusal.ts';
import { type PolicyCondition, type PolicyFact, type PolicyOperator, policyFacts } from './policy.ts';

/** What a policy says. */
export interface PolicyContent {
  readonly title: string;
  readonly bodyId: string;
  readonly benefit: string;
  /** the source document */
  readonly basis: string;
  readonly documentNumber: string | null;
  /** ISO dates, half-open; null: no end named */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly conditions: readonly PolicyCondition[];
}

/** `revised`: a version is in force and another one is being written. */
export const paperStates = ['draft', 'published', 'revised', 'ended'] as const;
export type PaperState = (typeof paperStates)[number];

export const paperDeeds = ['drafted', 'changed', 'published', 'ended'] as const;
export type PaperDeed = (typeof paperDeeds)[number];

/** What may be done to a paper next: asked by the server, drawn by the screen. */
export const allowedPaperDeeds = {
  draft: ['changed', 'published'],
  published: ['changed', 'ended'],
  revised: ['changed', 'published', 'ended'],
  ended: [],
} as const satisfies Record<PaperState, readonly Exclude<PaperDeed, 'drafted'>[]>;

export interface Paper {
  readonly state: PaperState;
  /** counts every change */
  readonly edition: number;
  /** counts publications; 0: never published */
  readonly version: number;
}

const after = {
  changed: (state) => (state === 'draft' ? 'draft' : 'revised'),
  published: () => 'published',
  ended: () => 'ended',
} as const satisfies Record<Exclude<PaperDeed, 'drafted'>, (state: PaperState) => PaperState>;

/** The paper after a deed of somebody who has seen edition `seen`; refused when the deed is not open or somebody else came first. */
export function decidePaperDeed(paper: Paper, deed: Exclude<PaperDeed, 'drafted'>, seen: number): Paper {
  const { state, edition, version } = paper;
  if (state === 'ended') throw new Refusal('policies.ended');
  // of two who publish the same, the second one is told that it is done, not that it has changed
  if (deed === 'published' && state === 'published') throw new Refusal('policies.published-already', { version });
  if (seen !== edition) throw new Refusal('policies.changed-meanwhile', { edition });
  const allowed: readonly string[] = allowedPaperDeeds[state];
  if (!allowed.includes(deed)) throw new Refusal('policies.not-published');
  return {
    state: after[deed](state),
    edition: edition + 1,
    version: deed === 'published' ? version + 1 : version,
  };
}

/** Which operators fit a fact. */
export const operatorsOf: Readonly<Record<(typeof policyFacts)[PolicyFact]['kind'], readonly PolicyOperator[]>> = {
  word: ['in'],
  words: ['holds'],
  number: ['at-least', 'at-most'],
  yes: ['yes'],
};

/** Facts whose values are a closed set; the others take any word, a region and an industry their code. */
const closedValues: { readonly [fact in PolicyFact]?: readonly string[] } = {
  level: factLevels,
  size: organisationSizes,
};
const codePatterns: { readonly [fact in PolicyFact]?: RegExp } = { region: /^\d{6}$/, industry: /^\d{2,4}$/ };

export const valuesOf = (fact: PolicyFact): readonly string[] | undefined => closedValues[fact];

/** Every condition must be one that can be answered: an operator of its fact, with values of its kind. */
export function decideContent(content: PolicyContent): void {
  if (content.validTo !== null && content.validTo < content.validFrom) throw new Refusal('policies.dates');
  for (const [at, condition] of content.conditions.entries())
    if (!isAnswerable(condition)) {
      const { zh: nameZh, en: nameEn } = policyFacts[condition.fact];
      throw new Refusal('policies.condition-unfit', { row: at + 1, nameZh, nameEn });
    }
}

export function isAnswerable({ fact, op, values }: PolicyCondition): boolean {
  const { kind } = policyFacts[fact];
  if (!operatorsOf[kind].includes(op)) return false;
  if (kind === 'yes') return values.length === 0;
  if (kind === 'number') return values.length === 1 && typeof values[0] === 'number' && Number.isFinite(values[0]);
  return values.length > 0 && values.every((value) => isWordOf(fact, value));
}

function isWordOf(fact: PolicyFact, value: string | number): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false;
  const closed = closedValues[fact];
  if (closed) return closed.includes(value);
  return codePatterns[fact]?.test(value) ?? true;
}
