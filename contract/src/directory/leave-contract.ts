import { postRoles } from '@zhitong/domain/directory/organisation';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, isoDate, organisationLink } from '../values.ts';

export const leaveRow = z.object({
  id,
  postId: id,
  person: z.string(),
  from: isoDate,
  /** the day of the return */
  to: isoDate,
  cover: z.string().nullable(),
  state: z.enum(['planned', 'away', 'over']),
});
export type LeaveRow = z.infer<typeof leaveRow>;

export const listMyLeaves = endpoint({
  method: 'GET',
  path: '/api/leaves/mine',
  tag: 'directory',
  summary: 'One’s own leaves in this post, who can cover, and whom one covers for',
  status: 200,
  reply: z.object({
    today: isoDate,
    post: z.object({ id, organisation: organisationLink, role: z.enum(postRoles) }),
    leaves: z.array(leaveRow),
    /** leaves of colleagues one covers for */
    covering: z.array(leaveRow),
    colleagues: z.array(z.object({ postId: id, name: z.string(), role: z.enum(postRoles), to: isoDate.nullable() })),
  }),
});

export const enterLeave = endpoint({
  method: 'POST',
  path: '/api/leaves',
  tag: 'directory',
  summary: 'Record a leave with who covers: one’s own, or as manager a colleague’s',
  status: 201,
  body: z.object({
    /** absent: the post one acts in */
    postId: id.optional(),
    from: isoDate,
    to: isoDate,
    /** null: the deputies of the matters answer */
    coverPostId: id.nullable().default(null),
  }),
  reply: z.object({ leave: z.object({ id }) }),
});

export const endLeave = endpoint({
  method: 'POST',
  path: '/api/leaves/return',
  tag: 'directory',
  summary: 'Back earlier than planned, or a leave taken back',
  status: 200,
  body: z.object({ leaveId: id, on: isoDate.optional() }),
  reply: z.object({ leave: z.object({ id }) }),
});
