import { postRoles } from '@zhitong/domain/directory/organisation';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, isoDate } from '../values.ts';

const successors = z
  .object({
    /** takes over everything that is not named singly */
    all: id.optional(),
    each: z
      .array(z.object({ dutyId: id, postId: id }))
      .max(2_000)
      .default([]),
  })
  .default({ each: [] });
const why = z.string().trim().max(300).optional();

/** What must be handed over before a post can end, and to whom it can go. */
export const listPostDuties = endpoint({
  method: 'GET',
  path: '/api/posts/:id/duties',
  tag: 'directory',
  summary: 'Matters a post owns or deputises from a day on, and who could take them over',
  status: 200,
  params: idParams,
  query: z.object({ on: isoDate.optional() }),
  reply: z.object({
    post: z.object({ id, name: z.string(), role: z.enum(postRoles), from: isoDate, to: isoDate.nullable() }),
    matters: z.array(
      z.object({
        ...{ id, number: z.string(), title: z.string(), part: z.enum(['owner', 'deputy']) },
        /** posts of whoever is the other of owner and deputy then: taking over, they leave the matter without a deputy */
        others: z.array(id),
      }),
    ),
    candidates: z.array(z.object({ postId: id, name: z.string(), role: z.enum(postRoles), to: isoDate.nullable() })),
    /** roles the viewer may give to this person here instead */
    roles: z.array(z.enum(postRoles)),
  }),
});

export const endPost = endpoint({
  method: 'POST',
  path: '/api/posts/:id/ending',
  tag: 'directory',
  summary: 'End a post by date, handing its matters over in the same change',
  status: 200,
  params: idParams,
  body: z.object({ on: isoDate.optional(), successors, why }),
  reply: z.object({ post: z.object({ id }), handedOver: z.number().int() }),
});

export const changePostRole = endpoint({
  method: 'POST',
  path: '/api/posts/:id/role',
  tag: 'directory',
  summary: 'Give a person another role in the same organisation from a day on',
  status: 200,
  params: idParams,
  body: z.object({
    role: z.enum(postRoles),
    on: isoDate.optional(),
    successors,
    why,
    /** of an administrator: namesakes in the city have been checked and are other people */
    anotherPerson: z.boolean().optional(),
  }),
  reply: z.object({ post: z.object({ id }), handedOver: z.number().int() }),
});
