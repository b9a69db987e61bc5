/** Changing addresses of bank offers and target sheets, and the test that plays each. */
export const playedByMoneyAndScience: Readonly<Record<string, string>> = {
  'POST /api/needs/{id}/banks': 'funding-routes.test.ts',
  'POST /api/needs/{id}/acceptance': 'funding-routes.test.ts',
  'POST /api/funding/{id}/offer': 'funding-routes.test.ts',
  'POST /api/funding/{id}/decline': 'funding-routes.test.ts',
  'POST /api/needs/{id}/targets': 'technology-routes.test.ts',
  'POST /api/cases/{id}/targets': 'technology-routes.test.ts',
  'POST /api/needs/{id}/technology/choice': 'technology-choice.test.ts',
  'POST /api/technology/{id}/taking': 'technology-routes.test.ts',
  'PUT /api/technology/{id}/answer': 'technology-answers.test.ts',
  'POST /api/needs/{id}/receipts': 'funding-receipt.test.ts',
  'DELETE /api/receipts/{id}': 'funding-receipt.test.ts',
  'POST /api/funding/{id}/payment-record': 'funding-receipt.test.ts',
  'POST /api/deals/{id}/payments': 'funding-receipt.test.ts',
  'POST /api/deals/{id}/payments/confirmations': 'funding-receipt.test.ts',
};

/** Changing addresses of the chains. */
export const playedByChains: Readonly<Record<string, string>> = {
  'POST /api/chains/{id}/brief/orders': 'brief-routes.test.ts',
  'POST /api/chains': 'draft-routes.test.ts',
  'POST /api/chains/{id}/drafts': 'draft-routes.test.ts',
  'PUT /api/chains/{id}/draft': 'draft-routes.test.ts',
  'POST /api/chains/{id}/draft/actions': 'draft-routes.test.ts',
  'POST /api/heatmap/pictures': 'heat-routes.test.ts',
  'POST /api/chains/{id}/gaps/{product}/tasks': 'gap-task-routes.test.ts',
  'POST /api/chains/{id}/gaps/{product}/meetings': 'gap-task-routes.test.ts',
  'POST /api/gap-tasks/{id}/actions': 'gap-task-routes.test.ts',
  'PUT /api/drill-rules': 'drill-rules-routes.test.ts',
  'POST /api/purchases': 'purchase-routes.test.ts',
  'PUT /api/purchases/{id}': 'purchase-routes.test.ts',
  'POST /api/purchases/{id}/verification': 'purchase-routes.test.ts',
  'POST /api/purchases/{id}/withdrawal': 'purchase-routes.test.ts',
};

/** Changing addresses of targets and of the premises they could settle in. */
export const playedByInvestment: Readonly<Record<string, string>> = {
  'POST /api/targets': 'target-register.test.ts',
  'POST /api/targets/{id}/steps': 'target-routes.test.ts',
  'POST /api/targets/{id}/loss': 'target-routes.test.ts',
  'POST /api/targets/{id}/owner': 'target-routes.test.ts',
  'POST /api/targets/{id}/participants': 'target-duplicates.test.ts',
  'POST /api/targets/{id}/joining': 'target-duplicates.test.ts',
  'PUT /api/targets/{id}/wish': 'premises-routes.test.ts',
  'POST /api/premises': 'premises-routes.test.ts',
  'PUT /api/premises/{id}': 'premises-routes.test.ts',
};
