import { eventTypes } from '@zhitong/domain/matching/event';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../values.ts';

/** What an SSE frame carries: `id:` the cursor, `event:` the type, `data:` this. */
export const liveData = z.object({ type: z.enum(eventTypes), subjectId: id, at: instant });

/** Address of the stream; `Last-Event-ID` (or `?after=`) resumes behind that cursor. */
export const livePath = '/api/live';

export const inboxEntry = liveData.extend({
  cursor: z.number().int(),
  /** the sentence of the notice in the reader's language */
  text: z.string(),
  /** address in the web app the notice leads to */
  link: z.string(),
  read: z.boolean(),
});
export type InboxEntry = z.infer<typeof inboxEntry>;

export const listInbox = endpoint({
  method: 'GET',
  path: '/api/inbox',
  tag: 'matching',
  summary: 'Notices of the own firm behind a cursor, oldest first; without a cursor the newest ones',
  status: 200,
  query: z.object({
    after: z.coerce.number().int().min(0).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ entries: z.array(inboxEntry), cursor: z.number().int(), unread: z.number().int() }),
});

export const markInboxRead = endpoint({
  method: 'PUT',
  path: '/api/inbox/read',
  tag: 'matching',
  summary: 'Everything up to this cursor has been read',
  status: 200,
  body: z.object({ cursor: z.number().int().min(0) }),
  reply: z.object({ unread: z.number().int() }),
});
