import { Readable } from 'node:stream';
import { checkAudit, exportAuditPath, getAuditState, listAudit } from '@zhitong/contract/directory/audit-contract';
import { endpoint } from '@zhitong/contract/endpoint';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { z } from 'zod';
import type { Routes } from '#platform/route';
import { type AuditDeps, checkNow, exportTrail, readState, readTrailPage } from './audit-service.ts';

const exportAudit = endpoint({
  method: 'GET',
  path: exportAuditPath,
  tag: 'directory',
  summary: 'The trail behind a cursor as lines of JSON, provable without this server (zhitong audit verify --from)',
  status: 200,
  query: z.object({ after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0) }),
  reply: z.unknown(),
});

export function auditRoutes(routes: Routes, deps: AuditDeps): void {
  routes.for('audit.see', listAudit, ({ query }, viewer) => {
    const { after, before, limit, ...filter } = query;
    return readTrailPage(deps, viewer, { filter, after, before, limit });
  });

  routes.for('audit.see', getAuditState, ({ language }, viewer) => readState(deps, viewer, language));

  routes.for('audit.see', checkAudit, async ({ language }, viewer) => ({
    check: await checkNow(deps, viewer, language),
  }));

  routes.for('audit.see', exportAudit, async ({ query, reply }, viewer) => {
    const lines = await exportTrail(deps, viewer, query.after);
    const day = cityDay(deps.effects.now());
    reply.header('content-type', 'application/x-ndjson; charset=utf-8');
    reply.header('content-disposition', `attachment; filename="audit-${viewer.city}-${day}.jsonl"`);
    return Readable.from(lines);
  });
}
