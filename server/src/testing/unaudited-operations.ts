/** Changing addresses that leave no entry in the trail, each with its reason. Every other successful change must leave one. */
export const unauditedOperations: Readonly<Record<string, string>> = {
  'POST /api/needs/parse': 'reads a draft, changes nothing',
  'POST /api/matching/preview': 'reads a draft, changes nothing',
  'PUT /api/inbox/read': 'how far one has read one’s own notices',
  'PUT /api/session/preferences': 'language and density of the reader’s own screens',
  'POST /api/session': 'leaves one as soon as sign-in writes it',
  'DELETE /api/session': 'leaves one as soon as sign-in writes it',
};
