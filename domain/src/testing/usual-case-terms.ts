import type { CityCaseTerms } from '../needs/case-terms.ts';

/** Terms as a city may have them; the ones an installation begins with are data (data/case-terms). */
export const usualCaseTerms: CityCaseTerms = {
  hours: [
    {
      from: '2000-01-01',
      spans: [
        { from: 8 * 60 + 30, to: 12 * 60 },
        { from: 13 * 60 + 30, to: 17 * 60 + 30 },
      ],
    },
  ],
  freeDays: [],
  allowances: {
    problem: { simple: 1, normal: 5, complex: 10 },
    funding: { simple: 3, normal: 5, complex: 10 },
    sourcing: { simple: 3, normal: 5, complex: 10 },
    technology: { simple: 5, normal: 10, complex: 20 },
  },
  ...{ firstAnswerMinutes: 60, signMinutes: 120, penaltyMinutes: 360, helperDays: 2, reopenDays: 15 },
  light: { yellowMinutes: 480, yellowShare: 0.25 },
  ladder: [
    { who: 'handler', afterMinutes: -120 },
    { who: 'deputy', afterMinutes: 0 },
    { who: 'head', afterMinutes: 240 },
    { who: 'bureau', afterMinutes: 450 },
    { who: 'chief', afterMinutes: 1350 },
  ],
  banksAtMost: 3,
  marks: {
    light: { sign: 'yellow', 'first-answer': 'yellow' },
    ladder: [
      { who: 'handler', afterMinutes: 0 },
      { who: 'deputy', afterMinutes: 60 },
    ],
  },
};
