import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isApiPath } from './request-path.ts';

const dist = join(import.meta.dirname, '..', '..', '..', 'web', 'dist');

/**
 * Serves the built web app: files with long caching, every other address with index.html, a fresh style nonce and whether the city is
 * invented: that must be said also when nothing else can be asked.
 */
export async function serveWebApp(app: FastifyInstance, { demo }: { readonly demo: boolean }): Promise<void> {
  const index = join(dist, 'index.html');
  if (!existsSync(index)) return;
  const page = readFileSync(index, 'utf8').replaceAll('__DEMO__', String(demo));
  await app.register(fastifyStatic, {
    root: join(dist, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    // packed once when the web app is built
    preCompressed: true,
  });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (isApiPath(request.url)) return reply.callNotFound();
    return sendPage(reply, page);
  });
}

function sendPage(reply: FastifyReply, page: string) {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll('__CSP_NONCE__', nonce));
}

/** No inline script at all; styles only from us or carrying this response's nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "script-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}
