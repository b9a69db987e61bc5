/** Changing addresses of cases, of the knowledge base, and of the terms of the clocks, and the tests in which they are played with success. */
export const playedCases: Readonly<Record<string, string>> = {
  'POST /api/cases/{id}/actions': 'case-routes.test.ts',
  'POST /api/needs/{id}/confirmation': 'case-routes.test.ts',
  'POST /api/articles': 'article-routes.test.ts',
  'PUT /api/articles/{id}': 'article-routes.test.ts',
  'POST /api/articles/{id}/publication': 'article-routes.test.ts',
  'POST /api/articles/{id}/withdrawal': 'article-routes.test.ts',
  'POST /api/cases/{id}/article': 'article-routes.test.ts',
  'POST /api/needs/accepted-answers': 'accepted-answer.test.ts',
  'POST /api/case-templates': 'case-template-routes.test.ts',
  'PUT /api/case-templates/{id}': 'case-template-routes.test.ts',
  'DELETE /api/case-templates/{id}': 'case-template-routes.test.ts',
  'PUT /api/case-terms': 'case-terms-routes.test.ts',
  'PUT /api/order-terms': 'city-terms.test.ts',
  'PUT /api/sourcing-terms': 'city-terms.test.ts',
};
