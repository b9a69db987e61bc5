import type { getPaper, PolicyContentInput } from '@zhitong/contract/needs/policy-paper-contract';
import { type PolicyFact, type PolicyOperator, policyFacts } from '@zhitong/domain/needs/policy';
import { isAnswerable, operatorsOf } from '@zhitong/domain/needs/policy-paper';
import type { z } from 'zod';

export type ShownPaper = z.output<typeof getPaper.reply>;

/** What the form holds while it is filled in. */
export interface PaperFields {
  readonly title: string;
  readonly body: { readonly id: string; readonly name: string } | undefined;
  readonly benefit: string;
  readonly basis: string;
  readonly documentNumber: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly conditions: readonly ConditionFields[];
}

export interface ConditionFields {
  /** of the row, as long as it is on the screen */
  readonly key: number;
  readonly fact: PolicyFact;
  readonly op: PolicyOperator;
  readonly words: readonly string[];
  readonly number: number | null;
  readonly text: string;
}

export function emptyCondition(key: number, fact: PolicyFact = 'region'): ConditionFields {
  return { key, fact, op: firstOperator(fact), words: [], number: null, text: '' };
}

/** Another fact takes other operators and values; the words of the document stay. */
export function withFact(condition: ConditionFields, fact: PolicyFact): ConditionFields {
  return { ...emptyCondition(condition.key, fact), text: condition.text };
}

const firstOperator = (fact: PolicyFact): PolicyOperator => operatorsOf[policyFacts[fact].kind][0] ?? 'in';

export function emptyPaper(body: PaperFields['body'], today: string): PaperFields {
  return {
    ...{ title: '', body, benefit: '', basis: '', documentNumber: '', validFrom: today, validTo: '' },
    conditions: [emptyCondition(0)],
  };
}

type Stored = Omit<PolicyContentInput, 'bodyId'> & { readonly body: { readonly id: string; readonly name: string } };

export function fieldsOf(content: Stored): PaperFields {
  return {
    ...{ title: content.title, body: content.body, benefit: content.benefit, basis: content.basis },
    ...{ documentNumber: content.documentNumber ?? '', validFrom: content.validFrom, validTo: content.validTo ?? '' },
    conditions: content.conditions.map(({ fact, op, values, text }, key) => {
      const [first] = values;
      const number = typeof first === 'number' ? first : null;
      return { key, fact, op, text, number, words: number === null ? values.map(String) : [] };
    }),
  };
}

const conditionOf = ({ fact, op, words, number, text }: ConditionFields) => ({
  ...{ fact, op, text: text.trim() },
  values: valuesIn(fact, words, number),
});

function valuesIn(fact: PolicyFact, words: readonly string[], number: number | null): (string | number)[] {
  const { kind } = policyFacts[fact];
  if (kind === 'yes') return [];
  if (kind === 'number') return number === null ? [] : [number];
  return [...words];
}

export const conditionsOf = ({ conditions }: PaperFields) => conditions.map(conditionOf);

export function contentOf(fields: PaperFields): PolicyContentInput {
  return {
    ...{ title: fields.title.trim(), bodyId: fields.body?.id ?? '', benefit: fields.benefit.trim() },
    ...{ basis: fields.basis.trim(), documentNumber: fields.documentNumber.trim() || null },
    ...{ validFrom: fields.validFrom, validTo: fields.validTo || null, conditions: conditionsOf(fields) },
  };
}

export type PaperProblem = 'needTitle' | 'needBody' | 'needBenefit' | 'needBasis' | 'needFrom';

export function paperProblems(fields: PaperFields): readonly PaperProblem[] {
  const missing: readonly (readonly [PaperProblem, boolean])[] = [
    ['needTitle', fields.title.trim().length < 2],
    ['needBody', fields.body === undefined],
    ['needBenefit', fields.benefit.trim().length < 2],
    ['needBasis', fields.basis.trim().length < 2],
    ['needFrom', fields.validFrom === ''],
  ];
  return missing.flatMap(([problem, is]) => (is ? [problem] : []));
}

/** Numbers of the rows, from 1, that cannot be answered yet. */
export function unfinishedConditions({ conditions }: PaperFields): readonly number[] {
  return conditions.flatMap((condition, at) =>
    condition.text.trim() !== '' && isAnswerable(conditionOf(condition)) ? [] : [at + 1],
  );
}
