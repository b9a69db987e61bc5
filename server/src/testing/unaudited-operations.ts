/** Changing addresses that leave no entry in the trail, each with its reason. Every other successful change must leave one. */
export const unauditedOperations: Readonly<Record<string, string>> = {
  'POST /api/needs/route': 'only proposes: nothing is stored',
  'POST /api/needs/parse': 'reads a draft, changes nothing',
  'POST /api/matching/preview': 'reads a draft, changes nothing',
  'POST /api/policies/preview': 'counts firms for conditions that are being written, names none and stores nothing',
  'POST /api/chains/{id}/draft/file': 'reads a map from a file and says what it would change, stores nothing',
  'POST /api/invitation': 'reads what a link invites to',
  'PUT /api/drafts/need': 'what one is writing, kept for oneself alone: nobody else acts on it before it is sent',
  'DELETE /api/drafts/need': 'the same draft, thrown away',
  'PUT /api/inbox/read': 'how far one has read one’s own notices',
  'POST /api/password-link': 'reads whose password a link sets, changes nothing',
  'POST /api/organisations/duplicates': 'compares what is being typed with the directory, changes nothing',
};

/** There only on a demo installation that was told to have them: what they leave names no person and no request. */
export const demoOnlyOperations: Readonly<Record<string, string>> = {
  'PUT /api/test/clock': 'its entry is the platform’s own (test-clock-routes.test.ts)',
};
