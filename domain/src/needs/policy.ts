import type { Language, Sentence } from '../language.ts';
import { moneyText } from '../matching/money-text.ts';

/** What a condition of a policy asks about a firm. Some the platform knows from its own books; the others only the firm can state. */
export const policyFacts = {
  region: { zh: '所在区市', en: 'district', from: 'books', kind: 'word' },
  size: { zh: '企业规模', en: 'size', from: 'books', kind: 'word' },
  industry: { zh: '行业', en: 'industry', from: 'books', kind: 'word' },
  certificate: { zh: '持有证书', en: 'certificates held', from: 'books', kind: 'words' },
  level: { zh: '主体核实程度', en: 'how far the firm is verified', from: 'books', kind: 'word' },
  sales: {
    zh: '近 12 个月双方确认的销售额（元）',
    en: 'sales both sides confirmed in 12 months (yuan)',
    from: 'books',
    kind: 'number',
  },
  purchases: {
    zh: '近 12 个月双方确认的本地采购额（元）',
    en: 'local purchases both sides confirmed in 12 months (yuan)',
    from: 'books',
    kind: 'number',
  },
  employees: { zh: '职工人数', en: 'employees', from: 'firm', kind: 'number' },
  graduates: { zh: '今年招用的高校毕业生人数', en: 'graduates hired this year', from: 'firm', kind: 'number' },
  layoffShare: { zh: '上年裁员率（%）', en: 'layoffs last year (%)', from: 'firm', kind: 'number' },
  researchShare: { zh: '研发费用占销售收入（%）', en: 'research spending of sales (%)', from: 'firm', kind: 'number' },
  investment: {
    zh: '今年设备投资额（万元）',
    en: 'spending on equipment this year (10,000 yuan)',
    from: 'firm',
    kind: 'number',
  },
  exports: { zh: '有出口业务', en: 'exports', from: 'firm', kind: 'yes' },
  socialInsurance: { zh: '社保缴纳满 12 个月', en: 'social insurance paid for 12 months', from: 'firm', kind: 'yes' },
} as const satisfies Record<
  string,
  Sentence & { readonly from: 'books' | 'firm'; readonly kind: 'word' | 'words' | 'number' | 'yes' }
>;
export type PolicyFact = keyof typeof policyFacts;

export type PolicyValue = string | number | boolean | readonly string[];

/** What is known of a firm, and where it comes from. */
export interface KnownFact {
  readonly value: PolicyValue;
  /** of a code: what it is called */
  readonly called?: Sentence | undefined;
  readonly source: string;
  /** ISO date */
  readonly asOf: string;
}

export type KnownFacts = Readonly<Partial<Record<PolicyFact, KnownFact>>>;

/** `in`: one of the values, a code also by its beginning (GB/T 4754 `35` holds 3584). `holds`: among the firm's words. */
export const policyOperators = ['in', 'holds', 'at-least', 'at-most', 'yes'] as const;
export type PolicyOperator = (typeof policyOperators)[number];

export interface PolicyCondition {
  readonly fact: PolicyFact;
  readonly op: PolicyOperator;
  readonly values: readonly (string | number)[];
  /** as the policy says it */
  readonly text: string;
}

/** A condition is unknown until its fact is: never taken for no. */
export type ConditionOutcome = 'true' | 'false' | 'unknown';

export function conditionOutcome({ fact, op, values }: PolicyCondition, facts: KnownFacts): ConditionOutcome {
  const known = facts[fact]?.value;
  if (known === undefined) return 'unknown';
  return tests[op](known, values) ? 'true' : 'false';
}

type Test = (known: PolicyValue, values: readonly (string | number)[]) => boolean;

const tests: Readonly<Record<PolicyOperator, Test>> = {
  in: (known, values) => typeof known === 'string' && values.some((value) => known.startsWith(String(value))),
  holds: (known, values) =>
    Array.isArray(known) && known.some((word: string) => values.some((value) => word.includes(String(value)))),
  'at-least': (known, [least]) => typeof known === 'number' && known >= Number(least),
  'at-most': (known, [most]) => typeof known === 'number' && known <= Number(most),
  yes: (known) => known === true,
};

/** `qualifies`: every condition is met. `one-missing`: one single fact decides. `open`: more are unknown. `no`: one is not met. */
export const policyVerdicts = ['qualifies', 'one-missing', 'open', 'no'] as const;
export type PolicyVerdict = (typeof policyVerdicts)[number];

export function policyVerdict(conditions: readonly PolicyCondition[], facts: KnownFacts): PolicyVerdict {
  const outcomes = conditions.map((condition) => conditionOutcome(condition, facts));
  if (outcomes.includes('false')) return 'no';
  const missing = missingFacts(conditions, facts);
  if (missing.length === 0) return 'qualifies';
  return missing.length === 1 ? 'one-missing' : 'open';
}

/** The facts that nothing is known of, each once: two conditions may ask for the same one. */
export function missingFacts(conditions: readonly PolicyCondition[], facts: KnownFacts): readonly PolicyFact[] {
  const unknown = conditions.filter((condition) => conditionOutcome(condition, facts) === 'unknown');
  return [...new Set(unknown.map(({ fact }) => fact))];
}

/** What is known, as a sentence shows it: `1,200`, `是`; with the fact it belongs to also its unit: `278.8 万元`, `6%`. */
export function factWords(value: PolicyValue, language: Language, fact?: PolicyFact): string {
  const yes = { zh: { true: '是', false: '否' }, en: { true: 'yes', false: 'no' } } as const;
  if (typeof value === 'boolean') return yes[language][value ? 'true' : 'false'];
  if (typeof value === 'number') return withUnit(value, language, fact);
  if (typeof value === 'string') return value;
  return value.length === 0 ? nothing[language] : value.join(language === 'zh' ? '、' : ', ');
}

const yuan: readonly (PolicyFact | undefined)[] = ['sales', 'purchases'];
const shares: readonly (PolicyFact | undefined)[] = ['layoffShare', 'researchShare'];

function withUnit(value: number, language: Language, fact: PolicyFact | undefined): string {
  if (yuan.includes(fact)) return moneyText(value * 100, language);
  if (fact === 'investment') return moneyText(value * 1_000_000, language);
  return shares.includes(fact) ? `${value}%` : value.toLocaleString('en');
}

const nothing: Sentence = { zh: '没有登记', en: 'none registered' };
