/**
 * Addresses that ask for no permission, each with its reason. A new address stands either in the permission table or here.
 */
export const openAddresses: Readonly<Record<string, string>> = {
  'GET /api/welcome': 'what the sign-in page shows before anybody is known',
  'GET /api/health': 'whether the server answers, for a monitor',
  'GET /api/session': 'says who is signed in, or that nobody is',
  'POST /api/session': 'the sign-in itself',
  'DELETE /api/session': 'signing out needs no right',
  'DELETE /api/viewing': 'ends looking at somebody else’s screens, while the post of the session is that one’s',
  'PUT /api/session/preferences': 'language and density of the signed-in person, whatever its post',
  'DELETE /api/session/sessions/{id}':
    'one of one’s own sessions: looked for among those of the signed-in account only',
  'POST /api/session/second-factor': 'the second step of a sign-in, before a post may act',
  'GET /api/session/second-factor/demo-code': 'the same step, for demo accounts whose secret is published',
  'POST /api/session/second-factor/setup': 'the step of an administrator who has no second factor yet',
  'POST /api/session/second-factor/setup/confirmation': 'the same step, finished',
  'PUT /api/session/password': 'the step of somebody whose password is due',
  'POST /api/password-link': 'whoever holds the one-time link, before anybody is known',
  'POST /api/password-link/password': 'the same link, used',
  'GET /api/registration/firms': 'whoever registers finds its firm: name and place only, counted per address',
  'POST /api/registration': 'an account without rights, for the bureau to decide on; counted per address',
  'GET /api/registration': 'the own registration of an account that holds no post yet',
  'POST /api/registration/evidence': 'the same registration, its papers',
  'POST /api/registration/supplements': 'the same registration, supplemented',
  'POST /api/registration/withdrawal': 'the same registration, taken back',
  'POST /api/invitation': 'whoever holds the one-time link, before anybody is known',
  'POST /api/invitation/acceptance': 'the same link, used for a new account',
  'POST /api/invitation/acceptance/mine': 'the same link, used for the account that is signed in',
  'GET /api/ratings/{token}': 'whoever holds the one-time link, on a telephone without an account',
  'POST /api/ratings/{token}': 'the same link, used: a sign-in would put the rater into the trail',
  'GET /api/live': 'a stream, not a reply: asks for inbox.see by itself (live-routes.test.ts)',
};
