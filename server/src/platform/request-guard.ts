import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isApiPath } from './request-path.ts';

/** What every request passes before anything looks at it, and what every answer carries. */
export function guardRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(safeHeaders);
    // what came over HTTPS stays on HTTPS for a year; a trial on plain loopback is not locked into it
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
    if (isApiPath(request.url)) reply.header('cache-control', 'no-store');
    done(refusalOf(request));
  });
}

function refusalOf({ method, url, headers }: FastifyRequest): Refusal | undefined {
  if (foreignOrigin(method, headers)) return new Refusal('platform.foreign-origin');
  // no file and no thing has U+0000 in its address; some that look for one fail over it
  return /^[^?]*%00/.test(url) ? new Refusal('platform.invalid-input', { count: 1, fields: 'path' }) : undefined;
}

/**
 * Whoever sends its request drop by drop holds a connection, nothing else, and not for long: the head within 15 s, the whole
 * within two minutes (a large sheet on a slow line), silence for a minute ends it (a live stream beats every 15 s).
 */
export const slowRequests = {
  requestTimeout: 120_000,
  connectionTimeout: 60_000,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 2_000 },
} as const;

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
