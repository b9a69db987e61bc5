import type { CitySourcingTerms } from '../needs/sourcing-terms.ts';

/** Terms as a city may have them; the ones an installation begins with are data (data/sourcing-terms). */
export const usualSourcingTerms: CitySourcingTerms = {
  ringMinutes: { city: 450, circle: 450, province: 900, nation: 1350, abroad: 1350 },
  leastMinutes: 30,
  ...{ urgentShare: 0.5, shareOfTimeLeft: 0.7 },
  quotas: {
    ...{ problem: { open: 50, perDay: 20 }, funding: { open: 10, perDay: 5 } },
    ...{ sourcing: { open: 100, perDay: 30 }, technology: { open: 20, perDay: 10 } },
  },
  firmQuotas: [],
  fishing: { needs: 3, days: 30, ignoredDays: 5 },
};
