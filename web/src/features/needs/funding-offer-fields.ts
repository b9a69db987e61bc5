import type { BankAsk } from '@zhitong/contract/needs/funding-values';
import type { FundingGuarantee } from '@zhitong/domain/needs/funding-codes';

const fenPerWan = 1_000_000;
const fenPerYuan = 100;
const bpPerPercent = 100;

/** What a person types; empty is null. */
export interface OfferFields {
  /** 万元 */
  readonly wan: number | null;
  readonly percent: number | null;
  readonly months: number | null;
  readonly guarantee: FundingGuarantee;
  readonly feesYuan: number | null;
  readonly validUntil: string;
  readonly note: string;
}

/** The offer that stands, to be changed; else a year on credit without fees, good for two weeks. */
export function startOffer({ offer }: BankAsk, twoWeeksOn: string): OfferFields {
  if (offer === null)
    return {
      ...{ wan: null, percent: null, months: 12, guarantee: 'credit', feesYuan: 0 },
      ...{ validUntil: twoWeeksOn, note: '' },
    };
  return {
    ...{ wan: offer.amountFen / fenPerWan, percent: offer.rateBp / bpPerPercent, months: offer.termMonths },
    ...{ guarantee: offer.guarantee, feesYuan: offer.feesFen / fenPerYuan, note: offer.note ?? '' },
    validUntil: offer.validUntil,
  };
}

export type OfferProblem = 'badAmount' | 'badRate' | 'badTerm' | 'badFees' | 'badUntil';

/** What the server would not take as a number at all; every other rule is the server’s to say. */
export function offerProblems({ wan, percent, months, feesYuan, validUntil }: OfferFields): readonly OfferProblem[] {
  const found: readonly (OfferProblem | undefined)[] = [
    wan === null || wan <= 0 ? 'badAmount' : undefined,
    percent === null ? 'badRate' : undefined,
    months === null || months < 1 ? 'badTerm' : undefined,
    feesYuan === null ? 'badFees' : undefined,
    validUntil === '' ? 'badUntil' : undefined,
  ];
  return found.filter((one) => one !== undefined);
}

export function offerBody(fields: OfferFields) {
  const { wan, percent, months, guarantee, feesYuan, validUntil, note } = fields;
  return {
    ...{ amountFen: Math.round((wan ?? 0) * fenPerWan), rateBp: Math.round((percent ?? 0) * bpPerPercent) },
    ...{ termMonths: Math.round(months ?? 0), guarantee, feesFen: Math.round((feesYuan ?? 0) * fenPerYuan) },
    ...{ validUntil, ...(note.trim() && { note: note.trim() }) },
  };
}
