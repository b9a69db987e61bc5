import { fillIn, Refusal } from '../refusal.ts';
import { readCreditCode } from './credit-code-reading.ts';
import { type CreditCodeRemark, type CreditCodeWarningCode, creditCodeSentences } from './credit-code-text.ts';
import { readIndustry } from './industry.ts';
import type { OrganisationKind } from './organisation.ts';
import { bureauFields, type FactField, factFields, type OrganisationSize } from './organisation-fact.ts';

/** New organisations one person enters within 24 hours, unless it acts for the bureau. */
export const mostEnteredADay = 20;

/** What is registered of an organisation; null: not known. */
export interface OrganisationFacts {
  readonly name: string;
  readonly shortName: string | null;
  readonly nameEn: string | null;
  readonly kind: OrganisationKind;
  readonly creditCode: string | null;
  readonly parentId: string | null;
  readonly region: string | null;
  readonly registeredAddress: string | null;
  readonly workingAddress: string | null;
  /** it is registered here and works elsewhere */
  readonly registeredOnly: boolean;
  readonly industry: string | null;
  readonly size: OrganisationSize | null;
  readonly duty: string | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
}

export type CreditCodeWarning = CreditCodeRemark<CreditCodeWarningCode>;

export interface FactChange {
  readonly field: FactField;
  readonly before: unknown;
  readonly after: unknown;
}

/** Blanks are nothing, the credit code and the industry are written as their standards write them. */
export function decideFacts(given: OrganisationFacts): {
  readonly facts: OrganisationFacts;
  readonly warnings: readonly CreditCodeWarning[];
} {
  const name = tidy(given.name);
  if (name === null || [...name].length < 2) throw new Refusal('organisations.name-missing');
  const code = decideCreditCode(given.creditCode);
  const facts: OrganisationFacts = {
    ...{ kind: given.kind, parentId: given.parentId, region: given.region, size: given.size, name },
    ...{ shortName: tidy(given.shortName), nameEn: tidy(given.nameEn), duty: tidy(given.duty) },
    ...{ registeredAddress: tidy(given.registeredAddress), workingAddress: tidy(given.workingAddress) },
    ...{ registeredOnly: given.registeredOnly, creditCode: code.code, industry: decideIndustry(given.industry) },
    contact: given.contact && { name: given.contact.name.trim(), phone: given.contact.phone.trim() },
  };
  return { facts, warnings: code.warnings };
}

/** Field by field what would change. */
export function changesBetween(before: OrganisationFacts, after: OrganisationFacts): readonly FactChange[] {
  return factFields.flatMap((field) =>
    sameFact(before[field], after[field]) ? [] : [{ field, before: before[field], after: after[field] }],
  );
}

/** A firm changes what it is known for; which one it is and where it belongs is for the bureau. */
export function refuseBureauFields(changes: readonly FactChange[]): void {
  const fixed: readonly FactField[] = bureauFields;
  if (changes.some(({ field }) => fixed.includes(field))) throw new Refusal('organisations.bureau-only');
}

function sameFact(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

function tidy(text: string | null): string | null {
  const trimmed = text?.replace(/\s+/g, ' ').trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function decideCreditCode(text: string | null): { code: string | null; warnings: readonly CreditCodeWarning[] } {
  if (tidy(text) === null) return { code: null, warnings: [] };
  const reading = readCreditCode(text ?? '');
  if (reading.kind === 'code') return reading;
  const { zh, en } = creditCodeSentences[reading.reason.code];
  const { params } = reading.reason;
  throw new Refusal('organisations.credit-code', { zh: fillIn(zh, params), en: fillIn(en, params) });
}

function decideIndustry(text: string | null): string | null {
  const typed = tidy(text);
  if (typed === null) return null;
  const code = readIndustry(typed);
  if (code === undefined) throw new Refusal('organisations.industry-unknown', { code: typed });
  return code;
}
