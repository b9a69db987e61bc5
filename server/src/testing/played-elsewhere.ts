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
