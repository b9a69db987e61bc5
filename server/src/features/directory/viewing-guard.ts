import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyInstance } from 'fastify';
import type { Sessions } from './session-service.ts';

const reading: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** The two ways out. */
const waysOut: readonly string[] = ['DELETE /api/viewing', 'DELETE /api/session'];

/** Whoever looks at the screens of somebody else changes nothing, at whatever address, also at those that ask for no right. */
export function guardViewing(app: FastifyInstance, sessions: Sessions): void {
  app.addHook('onRequest', async (request) => {
    if (reading.includes(request.method)) return;
    if (waysOut.includes(`${request.method} ${request.routeOptions.url}`)) return;
    const who = await sessions.read(request);
    if (who?.viewing?.open) throw new Refusal('platform.viewing-only');
  });
}
