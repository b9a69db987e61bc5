import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** `/api/openapi.json` and a page to read it, made of files of this server only: it works offline. */
export async function documentApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Zhitong 直通', version, description: 'Cookie session: sign in with POST /api/session first.' },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    // BaseLayout: without the bar in which any address could be typed
    uiConfig: { validatorUrl: null, docExpansion: 'list', layout: 'BaseLayout' },
    theme: { title: 'Zhitong 直通 · API' },
    staticCSP: contentSecurityPolicy,
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

/** Nothing from elsewhere, nothing inline. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');
