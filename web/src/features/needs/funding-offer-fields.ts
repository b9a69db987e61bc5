import type { BankAsk } from '@zhitong/contract/needs/funding-values';
import { mostFundingFen, mostRateBp, mostTermMonths } from '@zhitong/domain/needs/funding';
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

/** The offer that stands, to be changed; else what the firm wishes for, where it is open a year on credit without fees, good for two weeks. */
export function startOffer({ offer, wish }: Pick<BankAsk, 'offer' | 'wish'>, twoWeeksOn: string): OfferFields {
  if (offer === null)
    return {
      ...{ wan: wish.amountFen === null ? null : wish.amountFen / fenPerWan, percent: null, feesYuan: 0 },
      ...{ months: wish.termMonths ?? 12, guarantee: wish.guarantees[0] ?? 'credit' },
      ...{ validUntil: twoWeeksOn, note: '' },
    };
  return {
    ...{ wan: offer.amountFen / fenPerWan, percent: offer.rateBp / bpPerPercent, months: offer.termMonths },
    ...{ guarantee: offer.guarantee, feesYuan: offer.feesFen / fenPerYuan, note: offer.note ?? '' },
    validUntil: offer.validUntil,
  };
}

export type OfferProblem = 'badAmount' | 'badRate' | 'badTerm' | 'badFees' | 'badUntil';

/** Each field the server would refuse, all at once: a wrong figure stays in sight until it is mended. */
export function offerProblems({ wan, percent, months, feesYuan, validUntil }: OfferFields): readonly OfferProblem[] {
  const found: readonly (OfferProblem | undefined)[] = [
    wan === null || wan <= 0 || wan * fenPerWan > mostFundingFen ? 'badAmount' : undefined,
    percent === null || percent < 0 || percent * bpPerPercent > mostRateBp ? 'badRate' : undefined,
    months === null || months < 1 || months > mostTermMonths ? 'badTerm' : undefined,
    feesYuan === null || feesYuan < 0 || (wan !== null && wan > 0 && feesYuan * fenPerYuan >= wan * fenPerWan)
      ? 'badFees'
      : undefined,
    validUntil === '' ? 'badUntil' : undefined,
  ];
  return found.filter((one) => one !== undefined);
}

/** What the sentences about wrong fields name. */
export const offerBounds = {
  ...{ mostWan: mostFundingFen / fenPerWan, mostRate: mostRateBp / bpPerPercent, mostTerm: mostTermMonths },
};

export function offerBody(fields: OfferFields) {
  const { wan, percent, months, guarantee, feesYuan, validUntil, note } = fields;
  return {
    ...{ amountFen: Math.round((wan ?? 0) * fenPerWan), rateBp: Math.round((percent ?? 0) * bpPerPercent) },
    ...{ termMonths: Math.round(months ?? 0), guarantee, feesFen: Math.round((feesYuan ?? 0) * fenPerYuan) },
    ...{ validUntil, ...(note.trim() && { note: note.trim() }) },
  };
}
