import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant } from '../values.ts';
import { auditCheck } from './audit-contract.ts';

const count = z.number().int().min(0);

export const getSystemStatus = endpoint({
  method: 'GET',
  path: '/api/system/status',
  tag: 'directory',
  summary: 'How the system runs: version, database, disk, followers, streams, sealed heads, last check of the trail',
  status: 200,
  reply: z.object({
    version: z.string(),
    startedAt: instant,
    database: z.object({ kind: z.enum(['embedded', 'external']), version: z.string(), bytes: count }),
    /** of the disk the server's files lie on; the database of an operator may lie elsewhere */
    diskFreeBytes: count,
    migrations: z.object({ count, latest: z.string() }),
    streams: count,
    log: z.object({ position: count, unsealed: count }),
    trail: z.object({ position: count, unsealed: count }),
    followers: z.array(z.object({ name: z.string(), position: count, behind: count })),
    lastCheck: auditCheck.nullable(),
  }),
});
