/**
 * Routes the OpenAPI document does not name, so that no walk comes by them, each with its reason. A new route stands either in the
 * document or here.
 */
export const undocumentedRoutes: Readonly<Record<string, string>> = {
  'GET /api/openapi.json': 'the document itself',
  'GET /api/docs': 'the page that shows the document',
  'GET /api/docs/json': 'the document, for that page',
  'GET /api/docs/yaml': 'the document, for that page',
  'GET /api/docs/static/*': 'files of that page',
  'GET /api/docs/static/index.html': 'files of that page',
  'GET /api/docs/static/swagger-initializer.js': 'files of that page',
  'GET /*': 'the page of the web app, the same for everybody; knows no data',
  'GET /assets/*': 'files of the web app, the same for everybody',
  'GET /api/session/single-sign-on':
    'sends the browser to the identity provider, before anybody is known (oidc-routes.test.ts)',
  'GET /api/session/single-sign-on/callback':
    'the provider sends the browser back here with a ticket of its own (oidc-routes.test.ts)',
};
