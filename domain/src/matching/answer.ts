/** Why a supplier cannot serve a need. */
export const declineCodes = ['product', 'capacity', 'tolerance', 'lead-time', 'price', 'too-small', 'other'] as const;
export type DeclineCode = (typeof declineCodes)[number];

/** Why a buyer did not choose a supplier: the evidence behind 补链. */
export const rejectionCodes = [
  'price',
  'certificate',
  'tolerance',
  'lead-time',
  'minimum-lot',
  'capacity',
  'other',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];
