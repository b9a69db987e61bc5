import type { CityCaseTerms } from '@zhitong/domain/needs/case-terms';

const days = { simple: 1, normal: 5, complex: 10 };

export const usualTerms: CityCaseTerms = {
  hours: [
    {
      from: '2000-01-01',
      spans: [
        { from: 510, to: 720 },
        { from: 810, to: 1050 },
      ],
    },
  ],
  freeDays: [],
  allowances: { problem: days, funding: days, sourcing: days, technology: days },
  ...{ firstAnswerMinutes: 60, signMinutes: 120, penaltyMinutes: 360, helperDays: 2, reopenDays: 15, banksAtMost: 3 },
  light: { yellowMinutes: 480, yellowShare: 0.25 },
  ladder: [
    { who: 'handler', afterMinutes: -120 },
    { who: 'deputy', afterMinutes: 0 },
  ],
};
