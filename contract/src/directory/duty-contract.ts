import { dutyClasses, dutyLevels, dutyLists } from '@zhitong/domain/directory/duty';
import { postRoles } from '@zhitong/domain/directory/organisation';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, isoDate, organisationLink } from '../values.ts';

/** Somebody named for a matter: the post, and whether it is away on the day asked for. */
const namedPost = z.object({ postId: id, name: z.string(), away: z.boolean() });

export const answeringReasons = ['owner', 'cover', 'deputy'] as const;

export const dutyRow = z.object({
  id,
  number: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  /** how firms say it */
  words: z.array(z.string()),
  list: z.enum(dutyLists),
  class: z.enum(dutyClasses),
  level: z.enum(dutyLevels),
  basis: z.string().nullable(),
  body: organisationLink,
  owner: namedPost,
  deputy: namedPost.nullable(),
  /** the one person who answers on the day asked for, and from whom the matter came to them */
  answering: z.object({
    postId: id,
    name: z.string(),
    because: z.enum(answeringReasons),
    path: z.array(z.string()),
  }),
  from: isoDate,
  to: isoDate.nullable(),
  demo: z.boolean(),
});
export type DutyRow = z.infer<typeof dutyRow>;

const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
};

export const listDuties = endpoint({
  method: 'GET',
  path: '/api/duties',
  tag: 'directory',
  summary: 'The duty table on a day: matters with their body, owner, deputy and who answers',
  status: 200,
  query: z.object({
    /** number, title, everyday words, body or owner */
    q: z.string().max(200).default(''),
    body: id.optional(),
    list: z.enum(dutyLists).optional(),
    class: z.enum(dutyClasses).optional(),
    asOf: isoDate.optional(),
    ...paging,
  }),
  reply: z.object({
    asOf: isoDate,
    total: z.number().int(),
    /** matters of the whole filter without a deputy */
    withoutDeputy: z.number().int(),
    duties: z.array(dutyRow),
  }),
});

export const getDuty = endpoint({
  method: 'GET',
  path: '/api/duties/:id',
  tag: 'directory',
  summary: 'One matter on a day, with everybody who answered and will answer for it',
  status: 200,
  params: idParams,
  query: z.object({ asOf: isoDate.optional() }),
  reply: dutyRow.extend({
    asOf: isoDate,
    /** false: on that day it was not on the table; shown as it last was */
    inForce: z.boolean(),
    source: z.string(),
    history: z.array(
      z.object({
        body: organisationLink,
        owner: z.string(),
        deputy: z.string().nullable(),
        from: isoDate,
        to: isoDate.nullable(),
      }),
    ),
    allowed: z.array(z.enum(['assign', 'change'])),
  }),
});
export type Duty = z.infer<typeof getDuty.reply>;

export const mineParts = ['owner', 'cover', 'deputy', 'away'] as const;

export const listMyDuties = endpoint({
  method: 'GET',
  path: '/api/duties/mine',
  tag: 'directory',
  summary: 'What the signed-in person answers for today, and why',
  status: 200,
  reply: z.object({
    today: isoDate,
    /** the leave the person is on today */
    leave: z.object({ id, from: isoDate, to: isoDate, cover: z.string().nullable() }).nullable(),
    matters: z.array(
      dutyRow.extend({
        /** `away`: owned, but answered for by another today */
        part: z.enum(mineParts),
        /** until when, where it ends */
        until: isoDate.nullable(),
      }),
    ),
  }),
});

const facts = {
  number: z.string().trim().min(1).max(20),
  title: z.string().trim().min(1).max(80),
  description: z.string().trim().max(300).nullable().default(null),
  words: z.array(z.string().trim().min(1).max(60)).max(30).default([]),
  list: z.enum(dutyLists),
  class: z.enum(dutyClasses),
  level: z.enum(dutyLevels),
  basis: z.string().trim().max(200).nullable().default(null),
};
const charge = { ownerPostId: id, deputyPostId: id.nullable().default(null) };
const next = z.object(charge).optional();
const why = z.string().trim().max(300).optional();

export const createDuty = endpoint({
  method: 'POST',
  path: '/api/duties',
  tag: 'directory',
  summary: 'Put a matter on the duty table, with who answers for it from its first day',
  status: 201,
  body: z.object({ ...facts, bodyId: id, ...charge, next, from: isoDate.optional(), why }),
  reply: z.object({ duty: z.object({ id }) }),
});

export const changeDuty = endpoint({
  method: 'PUT',
  path: '/api/duties/:id',
  tag: 'directory',
  summary: 'Change the words, list, class, level or basis of a matter',
  status: 200,
  params: idParams,
  body: z.object({ ...facts, why }),
  reply: z.object({ duty: z.object({ id }) }),
});

export const assignDuty = endpoint({
  method: 'POST',
  path: '/api/duties/:id/assignment',
  tag: 'directory',
  summary: 'Name owner and deputy of a matter from a day on',
  status: 200,
  params: idParams,
  body: z.object({ ...charge, from: isoDate.optional(), next, why }),
  reply: z.object({ duty: z.object({ id }) }),
});

export const moveDuty = endpoint({
  method: 'POST',
  path: '/api/duties/:id/move',
  tag: 'directory',
  summary: 'Make another body responsible for a matter from a day on',
  status: 200,
  params: idParams,
  body: z.object({ bodyId: id, ...charge, from: isoDate.optional(), next, why }),
  reply: z.object({ duty: z.object({ id }) }),
});

export const endDuty = endpoint({
  method: 'POST',
  path: '/api/duties/:id/ending',
  tag: 'directory',
  summary: 'Take a matter off the duty table from a day on',
  status: 200,
  params: idParams,
  body: z.object({ on: isoDate.optional(), why }),
  reply: z.object({ duty: z.object({ id }) }),
});

export const listCandidates = endpoint({
  method: 'GET',
  path: '/api/organisations/:id/candidates',
  tag: 'directory',
  summary: 'Who of a body can own, deputise or take over a matter on a day',
  status: 200,
  params: idParams,
  query: z.object({ on: isoDate.optional() }),
  reply: z.object({
    candidates: z.array(
      z.object({
        postId: id,
        personId: id,
        name: z.string(),
        role: z.enum(postRoles),
        to: isoDate.nullable(),
        away: z.boolean(),
      }),
    ),
  }),
});
export type Candidate = z.infer<typeof listCandidates.reply>['candidates'][number];
