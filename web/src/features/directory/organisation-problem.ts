import type { OrganisationRefusal } from '@zhitong/domain/directory/organisation-refusals';
import type { RefusedError } from '#platform/api';

export type FormProblem = 'needName' | 'contactBoth' | 'needSource';

/** The id of a control of the form: the summary on top leads there. */
export const controlId = (field: string) => `organisation-${field}`;

export const controlOf = {
  needName: controlId('name'),
  contactBoth: controlId('contactName'),
  needSource: controlId('source'),
} as const satisfies Record<FormProblem, string>;

/** What the server refused, and which control it is about; without one it is about the whole. */
export interface RefusedField {
  readonly words: string;
  readonly field: string | undefined;
}

/** Which control a refusal is about. */
const refusedControls: { readonly [code in OrganisationRefusal]?: string } = {
  'organisations.name-missing': 'name',
  'organisations.credit-code': 'creditCode',
  'organisations.credit-code-taken': 'creditCode',
  'organisations.credit-code-elsewhere': 'creditCode',
  'organisations.no-parent': 'parent',
  'organisations.cycle': 'parent',
  'organisations.region-unknown': 'region',
  'organisations.industry-unknown': 'industry',
  'organisations.future-date': 'effective',
  'organisations.overlap': 'effective',
  'organisations.verified-source': 'source',
};

export function refusedField({ code, message }: RefusedError): RefusedField {
  const controls: { readonly [code: string]: string | undefined } = refusedControls;
  const field = controls[code];
  return { words: message, field: field && controlId(field) };
}

/** What stands beside a control: its own refusal only. */
export function refusalAt(refused: RefusedField | undefined, field: string): string | undefined {
  return refused?.field === controlId(field) ? refused.words : undefined;
}
