import { importKinds } from '@zhitong/domain/directory/import-kind';
import { importActions, importStates } from '@zhitong/domain/directory/import-state';
import { languages } from '@zhitong/domain/language';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant } from '../values.ts';

const count = z.number().int();
const kind = z.enum(importKinds);

/** What is wrong with many rows in the same way, or what they were warned of. */
const importGroup = z.object({
  key: z.string(),
  severity: z.enum(['error', 'question', 'warning']),
  title: z.string(),
  /** what to do, when all rows of the group read the same */
  advice: z.string(),
  column: z.string(),
  rows: count,
  /** [全部改正] mends them: what the cells become */
  fix: z.string().optional(),
});

export const importReply = z.object({
  id,
  kind,
  fileName: z.string(),
  by: z.string(),
  state: z.enum(importStates),
  rows: count,
  /** checked so far */
  done: count,
  accepted: count,
  rejected: count,
  groups: z.array(importGroup),
  /** columns of the file that the template does not know; they are not read */
  ignored: z.array(z.string()),
  /** why the file as a whole was refused */
  refusal: z.object({ code: z.string(), message: z.string() }).optional(),
  /** the same file with what is wrong marked in red; a link for its reader that expires */
  errorFile: z.string().optional(),
  allowed: z.array(z.enum(importActions)),
  created: count,
  changed: count,
  kept: count,
  madeAt: instant,
  takenAt: instant.optional(),
  undoUntil: instant.optional(),
});
export type Import = z.infer<typeof importReply>;

export const importRow = z.object({
  line: count,
  /** letter of the column; absent when the row as a whole is meant or the file has no such column */
  column: z.string().optional(),
  value: z.string(),
  message: z.string(),
  /** the name in the row, to know it by */
  name: z.string(),
  /** the one in the library that it looks like */
  lookAlike: z.object({ id, name: z.string() }).optional(),
});
export type ImportRow = z.infer<typeof importRow>;

/** Multipart: `file` and `kind`. */
export const startImport = endpoint({
  method: 'POST',
  path: '/api/imports',
  tag: 'directory',
  summary: 'Send in a sheet (multipart: file, kind); it is checked, nothing is written',
  status: 201,
  reply: z.object({ job: z.object({ id }) }),
});

export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  tag: 'directory',
  summary: 'The imports of the own organisation, newest first',
  status: 200,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    total: count,
    /** what this post may import */
    kinds: z.array(kind),
    imports: z.array(importReply.omit({ groups: true, errorFile: true })),
  }),
});

export const getImport = endpoint({
  method: 'GET',
  path: '/api/imports/:id',
  tag: 'directory',
  summary: 'How far an import has come: rows, errors in groups, what may be done next',
  status: 200,
  params: idParams,
  reply: importReply,
});

export const listImportRows = endpoint({
  method: 'GET',
  path: '/api/imports/:id/rows',
  tag: 'directory',
  summary: 'The rows of one group of errors',
  status: 200,
  params: idParams,
  query: z.object({
    group: z.string().max(500),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: count, rows: z.array(importRow) }),
});

export const fixImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/fixes',
  tag: 'directory',
  summary: 'Mend every row of a group in the way proposed',
  status: 200,
  params: idParams,
  body: z.object({ group: z.string().max(500) }),
  reply: importReply,
});

export const answerImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/answers',
  tag: 'directory',
  summary: 'Say of a row whether it is the one in the library that it looks like',
  status: 200,
  params: idParams,
  body: z.object({ line: count.min(1), answer: z.enum(['same', 'new']) }),
  reply: importReply,
});

export const takeImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/take',
  tag: 'directory',
  summary: 'Write all good rows at once; a second call changes nothing',
  status: 200,
  params: idParams,
  /** how many rows the person was told would be written */
  body: z.object({ rows: count.min(1) }),
  reply: importReply,
});

export const discardImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/discard',
  tag: 'directory',
  summary: 'Write nothing; also ends a check that is under way',
  status: 200,
  params: idParams,
  reply: importReply,
});

export const undoImport = endpoint({
  method: 'POST',
  path: '/api/imports/:id/undo',
  tag: 'directory',
  summary: 'Take an import back within 24 hours',
  status: 200,
  params: idParams,
  reply: importReply,
});

export const getImportErrors = endpoint({
  method: 'GET',
  path: '/api/imports/:id/errors',
  tag: 'directory',
  summary: 'The same file with what is wrong marked in red',
  status: 200,
  params: idParams,
  query: z.object({ link: z.string().max(2_000), lang: z.enum(languages).optional() }),
  reply: z.unknown(),
});

export const getImportTemplate = endpoint({
  method: 'GET',
  path: '/api/imports/templates/:kind',
  tag: 'directory',
  summary: 'An Excel template with drop-down lists and explanations',
  status: 200,
  params: z.object({ kind }),
  query: z.object({ lang: z.enum(languages).optional() }),
  reply: z.unknown(),
});
