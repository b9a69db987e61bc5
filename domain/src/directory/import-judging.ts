import { decideOffer } from '../matching/offer-decision.ts';
import { Refusal, type RefusalDetails } from '../refusal.ts';
import type { ImportValues } from './import-cell.ts';
import type { ImportFaultCode, ImportFinding } from './import-finding.ts';
import { readOfferRow } from './import-offer-facts.ts';

export function judgeOrganisationRow(values: ImportValues): readonly ImportFinding[] {
  const findings: ImportFinding[] = [];
  if ((values.contactName === null) !== (values.contactPhone === null))
    findings.push(fault('contactPhone', 'contact.half'));
  const { industry, parent } = values;
  if (typeof industry === 'string' && !/^[A-T]\d{0,4}$/i.test(industry))
    findings.push(fault('industry', 'industry.unknown', { value: industry }));
  if (parent !== null && (parent === values.name || parent === values.creditCode))
    findings.push(fault('parent', 'parent.itself'));
  return findings;
}

export function judgePersonRow({ from, to }: ImportValues, today: string): readonly ImportFinding[] {
  if (typeof to !== 'string') return [];
  const first = typeof from === 'string' ? from : today;
  return to > first ? [] : [fault('to', 'days.reversed', { from: first, to })];
}

export function judgeDutyRow({ owner, deputy, words }: ImportValues): readonly ImportFinding[] {
  const said = String(words ?? '').split(/[、,，;；]/);
  const findings: ImportFinding[] = [];
  if (said.length > 30 || said.some((word) => [...word.trim()].length > 60))
    findings.push(fault('words', 'words.too-many'));
  if (owner !== null && owner === deputy) findings.push(fault('deputy', 'holder.one-person', { value: String(owner) }));
  return findings;
}

/** What a firm may publish by hand it may publish by sheet, and nothing else. */
export function judgeOfferRow(values: ImportValues, today: string): readonly ImportFinding[] {
  const { offer, unread } = readOfferRow(values);
  const parts = [values.capacity, values.unit, values.per].filter((part) => part !== null);
  const findings: ImportFinding[] = [];
  if (parts.length > 0 && parts.length < 3) findings.push(fault('capacity', 'capacity.half'));
  for (const value of unread.limits) findings.push(fault('limits', 'limit.unreadable', { value }));
  for (const value of unread.certificates) findings.push(fault('certificates', 'certificate.unreadable', { value }));
  try {
    decideOffer(
      { capacity: offer.capacity, limits: offer.limits ?? [], certificates: offer.certificates ?? [] },
      today,
    );
  } catch (error) {
    findings.push(meaningOf(error));
  }
  return findings;
}

/** The refusals of the form, as findings of the sheet. */
const meanings: Readonly<Record<string, readonly [string, ImportFaultCode]>> = {
  'offers.capacity-not-positive': ['capacity', 'number.not-positive'],
  'offers.capacity-too-large': ['capacity', 'capacity.too-large'],
  'offers.limit-empty': ['limits', 'limit.unreadable'],
  'offers.limit-reversed': ['limits', 'limit.reversed'],
  'offers.certificate-date-implausible': ['certificates', 'certificate.date'],
};

function meaningOf(error: unknown): ImportFinding {
  const meaning = error instanceof Refusal ? meanings[error.code] : undefined;
  if (!(error instanceof Refusal) || meaning === undefined) throw error;
  const { name, amount } = error.details;
  return fault(meaning[0], meaning[1], { ...error.details, value: String(name ?? amount ?? '') });
}

function fault(column: string, code: ImportFaultCode, params: RefusalDetails = {}): ImportFinding {
  return { column, code, severity: 'error', params };
}
