/**
 * Addresses that ask for no permission, each with its reason. A new address stands either in the permission table or here.
 */
export const openAddresses: Readonly<Record<string, string>> = {
  'GET /api/welcome': 'what the sign-in page shows before anybody is known',
  'GET /api/health': 'whether the server answers, for a monitor',
  'GET /api/session': 'says who is signed in, or that nobody is',
  'POST /api/session': 'the sign-in itself',
  'DELETE /api/session': 'signing out needs no right',
  'PUT /api/session/preferences': 'language and density of the signed-in person, whatever its post',
  'GET /api/live': 'a stream, not a reply: asks for inbox.see by itself (live-routes.test.ts)',
};
