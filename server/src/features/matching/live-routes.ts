import { livePath } from '@zhitong/contract/matching/inbox-contract';
import { Refusal } from '@zhitong/domain/refusal';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Effects } from '#platform/effects';
import type { LiveStreams } from '#platform/live-streams';
import type { ReadViewer } from '#platform/route';
import { mayCall } from '#platform/viewer';

const cursor = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The live stream of the signed-in firm, or of the whole city for the bureau. It resumes behind `Last-Event-ID` or `?after=`. */
export function liveRoutes(
  app: FastifyInstance,
  { live, readViewer, effects }: { live: LiveStreams; readViewer: ReadViewer; effects: Effects },
): void {
  app.route({
    method: 'GET',
    url: livePath,
    schema: {
      tags: ['matching'],
      summary: 'Server-Sent Events: id = cursor, event = type, data = {type, subjectId, at}',
    },
    handler: async (request, reply) => {
      const viewer = await readViewer(request);
      if (viewer === null) throw new Refusal('platform.signed-out');
      if (!mayCall('inbox.see', viewer)) throw new Refusal('platform.forbidden');
      const after = readCursor(request);
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // a proxy that collects bytes before passing them on would make seconds of them
        'x-accel-buffering': 'no',
      });
      raw.flushHeaders();
      try {
        const organisation = viewer.role === 'operator' ? undefined : viewer.organisationId;
        await live.open({
          city: viewer.city,
          organisation,
          person: viewer.personId,
          mayListen: () => mayStillListen(readViewer, request),
          after,
          at: effects.now(),
          response: raw,
        });
      } catch {
        // the database is away: the browser comes back with its cursor
        raw.destroy();
      }
    },
  });
}

/** A session that is over, or lacks a step now, listens no more; a fault is for whoever asks. */
async function mayStillListen(readViewer: ReadViewer, request: FastifyRequest): Promise<boolean> {
  try {
    const viewer = await readViewer(request);
    return viewer !== null && mayCall('inbox.see', viewer);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** What the browser sends on a reconnect wins over the address, which keeps the cursor of the first connection. */
function readCursor(request: FastifyRequest): number | undefined {
  const query = z.object({ after: z.string().optional() }).safeParse(request.query);
  const told = request.headers['last-event-id'] ?? (query.success ? query.data.after : undefined);
  if (told === undefined || told === '') return undefined;
  const parsed = cursor.safeParse(told);
  return parsed.success ? parsed.data : undefined;
}
