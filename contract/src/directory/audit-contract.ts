import { breakReasons } from '@zhitong/domain/directory/audit-verdict';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, isoDate } from '../values.ts';

const position = z.number().int().min(0);
const cursor = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const values = z.record(z.string(), z.unknown()).nullable();

export const auditEntry = z.object({
  /** its place in the trail of the city */
  position,
  at: instant,
  who: z.object({
    /** null: the system itself, or somebody who was not let in */
    personId: id.nullable(),
    name: z.string(),
    role: z.string().nullable(),
    organisation: z.object({ id, name: z.string().nullable() }).nullable(),
  }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  why: z.string().nullable(),
  before: values,
  after: values,
  address: z.string().nullable(),
  requestId: z.string().nullable(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditCheck = z.object({
  at: instant,
  entries: position,
  head: z.object({ position, hash: z.string() }),
  unsealed: position,
  /** null: the chain holds */
  broken: z
    .object({
      reason: z.enum(breakReasons),
      position,
      at: z.string().nullable(),
      who: z.string().nullable(),
      action: z.string().nullable(),
    })
    .nullable(),
  tookMs: z.number(),
  /** what was found, in the reader's language */
  sentence: z.string(),
});
export type AuditCheck = z.infer<typeof auditCheck>;

export const auditFilter = z.object({
  /** part of a name, or the id of a person */
  who: z.string().trim().max(100).optional(),
  /** `need.published`, or the kind before the dot */
  action: z.string().trim().max(60).optional(),
  /** kind or id of the thing */
  subject: z.string().trim().max(60).optional(),
  why: z.string().trim().max(100).optional(),
  /** days of the city, both included */
  from: isoDate.optional(),
  to: isoDate.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

export const listAudit = endpoint({
  method: 'GET',
  path: '/api/audit',
  tag: 'directory',
  summary: 'The trail of the city: behind a cursor upwards (after), or newest first (before). Reading it is recorded',
  status: 200,
  query: auditFilter.extend({
    after: cursor.optional(),
    before: cursor.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    entries: z.array(auditEntry),
    /** the cursor of the next page in the same direction; null: nothing further */
    next: position.nullable(),
  }),
});

export const getAuditState = endpoint({
  method: 'GET',
  path: '/api/audit/state',
  tag: 'directory',
  summary: 'How far the trail is sealed, and what the last check found',
  status: 200,
  reply: z.object({
    head: z.object({ position, hash: z.string() }),
    unsealed: position,
    lastCheck: auditCheck.nullable(),
  }),
});

export const checkAudit = endpoint({
  method: 'POST',
  path: '/api/audit/checks',
  tag: 'directory',
  summary: 'Prove the whole chain now; what is found is kept',
  status: 201,
  reply: z.object({ check: auditCheck }),
});

/** Answers a file: every entry of a range with the heads that prove it, one JSON value a line. */
export const exportAuditPath = '/api/audit/export.jsonl';
/** Answers a workbook of the filtered entries, for reading. */
export const exportAuditExcelPath = '/api/audit/export.xlsx';
