import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyInstance } from 'fastify';

/** What every request passes before anything looks at it, and what every answer carries. */
export function guardRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(safeHeaders);
    // what came over HTTPS stays on HTTPS for a year; a trial on plain loopback is not locked into it
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    done(foreignOrigin(request.method, request.headers) ? new Refusal('platform.foreign-origin') : undefined);
  });
}

const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * A browser names the site a changing request comes from; another site's is refused, whatever cookie it carries. Browsers too
 * old to name it can still send only what an HTML form sends, and no address of ours reads plain or form text.
 */
function foreignOrigin(method: string, headers: IncomingHttpHeaders): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host !== host;
  return /^\s*(text\/plain|application\/x-www-form-urlencoded)/i.test(headers['content-type'] ?? '');
}
