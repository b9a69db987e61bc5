/** Where the changing addresses of policies are played with success, under the same watch over the trail (trail-watch.ts). */
export const policiesPlayedIn: Readonly<Record<string, string>> = {
  'POST /api/policies': 'policy-papers.test.ts',
  'POST /api/policies/facts': 'policy-routes.test.ts',
  'PUT /api/policies/{id}': 'policy-papers.test.ts',
  'POST /api/policies/{id}/publication': 'policy-papers.test.ts',
  'POST /api/policies/{id}/ending': 'policy-papers.test.ts',
};
