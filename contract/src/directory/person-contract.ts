import { organisationKinds, postRoles } from '@zhitong/domain/directory/organisation';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, isoDate } from '../values.ts';

/** A Chinese mobile number; spaces and +86 are taken off. What tells a person from a namesake. */
export const mobile = z
  .string()
  .max(30)
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replace(/[\s-]/g, '')
      .replace(/^(\+|00)?86(?=1\d{10}$)/, ''),
  )
  .pipe(z.string().regex(/^1\d{10}$/));

export const heldPost = z.object({
  postId: id,
  person: z.object({
    id,
    name: z.string(),
    /** `138****0001`; absent unless the viewer enters people here */
    phone: z.string().optional(),
    /** how many posts the person holds in the city */
    posts: z.number().int(),
  }),
  role: z.enum(postRoles),
  from: isoDate,
  to: isoDate.nullable(),
  state: z.enum(['planned', 'held', 'ended']),
  owns: z.number().int(),
  deputises: z.number().int(),
  leaves: z.array(z.object({ id, from: isoDate, to: isoDate, cover: z.string().nullable() })),
  allowed: z.array(z.enum(['end', 'role', 'leave'])),
});
export type HeldPostRow = z.infer<typeof heldPost>;

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/organisations/:id/people',
  tag: 'directory',
  summary: 'People and posts of an organisation on a day, with planned ones',
  status: 200,
  params: idParams,
  query: z.object({
    asOf: isoDate.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    asOf: isoDate,
    organisation: z.object({ id, name: z.string(), kind: z.enum(organisationKinds) }),
    total: z.number().int(),
    /** roles the viewer may give here */
    grantable: z.array(z.enum(postRoles)),
    posts: z.array(heldPost),
  }),
});

export const addPerson = endpoint({
  method: 'POST',
  path: '/api/organisations/:id/people',
  tag: 'directory',
  summary: 'Enter a person, or give somebody of the city’s directory a post here',
  status: 201,
  params: idParams,
  body: z.object({
    name: z.string().trim().min(1).max(40),
    phone: mobile.optional(),
    /** somebody who is in the city's directory already */
    personId: id.optional(),
    /** of an administrator: namesakes in the city have been checked and are other people */
    anotherPerson: z.boolean().optional(),
    role: z.enum(postRoles),
    from: isoDate.optional(),
    /** first day on which it is no longer held */
    to: isoDate.nullable().optional(),
    why: z.string().trim().max(300).optional(),
  }),
  reply: z.object({ person: z.object({ id, known: z.boolean() }), post: z.object({ id }) }),
});
