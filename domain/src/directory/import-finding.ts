import type { Sentence } from '../language.ts';
import type { RefusalDetails } from '../refusal.ts';
import type { CreditCodeRefusalCode, CreditCodeWarningCode } from './credit-code-text.ts';

/** What can be wrong with a row; each has its sentences in import-finding-text.ts. */
export const importFaultCodes = [
  'missing',
  'too-long',
  'cell-error',
  'formula-unsaved',
  'boolean',
  'choice.unknown',
  'choice.near',
  'date.unreadable',
  'date.number',
  'date.before-1900',
  'date.future',
  'number.unreadable',
  'number.not-positive',
  'number.too-large',
  'region.unknown',
  'region.ambiguous',
  'region.abolished',
  'region.gone',
  'region.other-city',
  'contact.half',
  'phone.unreadable',
  'mobile.unreadable',
  'days.reversed',
  'capacity.half',
  'capacity.too-large',
  'limit.unreadable',
  'limit.reversed',
  'certificate.unreadable',
  'certificate.date',
  'holder.one-person',
  'words.too-many',
  'amount.too-large',
  'quantity.half',
  'industry.unknown',
  'duplicate.in-file',
  'library.look-alike',
  'library.ambiguous',
  'library.other-code',
  'library.merged-away',
  'library.name-changes',
  'library.same-target',
  'library.elsewhere',
  'library.body-missing',
  'library.body-unknown',
  'library.body-ambiguous',
  'library.body-foreign',
  'library.day-past',
  'library.role-above',
  'library.role-not-here',
  'library.post-to-oneself',
  'library.phone-of-another',
  'library.phone-two-names',
  'library.person-there',
  'library.person-twice',
  'library.administrator-apart',
  'library.post-held',
  'library.post-twice',
  'library.product-unknown',
  'library.offer-changes',
  'library.offer-same',
  'library.offer-ambiguous',
  'library.offer-twice',
  'library.number-taken',
  'library.holder-unknown',
  'library.holder-ambiguous',
  'library.holder-one-person',
  'library.holder-not-there',
  'library.nobody-there',
  'library.firm-only',
  'library.product-missing',
  'library.origin-unknown',
  'library.purchase-there',
  'library.purchase-twice',
  'parent.unknown',
  'parent.ambiguous',
  'parent.itself',
] as const;
/** What depends on the library, and is asked again before anything is written. */
export function isLibraryFinding({ code }: ImportFinding): boolean {
  return code.startsWith('library.') || code.startsWith('parent.');
}

export type ImportFaultCode = (typeof importFaultCodes)[number];
export type ImportFindingCode = ImportFaultCode | CreditCodeRefusalCode | CreditCodeWarningCode;

/**
 * `error`: the row is not imported. `question`: not before the person has decided. `warning`: it is imported and the person
 * has been told.
 */
export type ImportSeverity = 'error' | 'question' | 'warning';

export interface ImportFinding {
  /** of the column; empty for the row as a whole */
  readonly column: string;
  readonly code: ImportFindingCode;
  readonly severity: ImportSeverity;
  readonly params: RefusalDetails;
  /** what the cell would be after [全部改正]; absent where only a person can know */
  readonly fix?: string;
}

/** Rows with the same group stand under one heading; what can be mended at once is one group for each value. */
export function findingGroup({ column, code, params, fix }: ImportFinding): string {
  return [column, code, ...(fix === undefined ? [] : [String(params.value ?? ''), fix])].join('|');
}

/** `title` heads the group, so it holds only what all its rows share; `row` says what is wrong here and what to do. */
export interface FindingText {
  readonly title: Sentence;
  readonly row: Sentence;
}
