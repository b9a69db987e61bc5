/**
 * A refusal is the clear "no" of a rule: thrown where the caller is not expected to look at the outcome.
 * Codes are closed unions per slice; the HTTP status and both sentences stand beside the code in one table.
 */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503;

export interface RefusalRow {
  readonly status: RefusalStatus;
  readonly zh: string;
  readonly en: string;
}

/** Values for the `{name}` places in a sentence, and rows to choose from; also sent to the client as `details`. */
export type RefusalDetails = Readonly<
  Record<string, string | number | boolean | readonly string[] | readonly Readonly<Record<string, string>>[]>
>;

export class Refusal extends Error {
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(code: string, details: RefusalDetails = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** `fillIn('数量要大于 0，现在是 {amount}', {amount: -5})` */
export function fillIn(template: string, details: RefusalDetails): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole));
}
