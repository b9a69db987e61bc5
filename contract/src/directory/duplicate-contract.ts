import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../values.ts';

const reason = z.object({ text: z.string(), speaks: z.enum(['for', 'against', 'neither']) });

/** Somebody in the directory who may be the same, as the matcher sees it. */
export const lookAlike = z.object({
  organisation: z.object({ id, name: z.string(), creditCode: z.string().nullable() }),
  verdict: z.enum(['same', 'review']),
  reasons: z.array(reason),
});

export const checkDuplicates = endpoint({
  method: 'POST',
  path: '/api/organisations/duplicates',
  tag: 'directory',
  summary: 'Who in the directory an entered organisation may already be, with reasons',
  status: 200,
  body: z.object({
    kind: z.enum(organisationKinds).default('enterprise'),
    name: z.string().trim().max(120),
    shortName: z.string().max(60).nullable().default(null),
    creditCode: z.string().max(60).nullable().default(null),
    addresses: z.array(z.string().max(200)).max(4).default([]),
    region: z.string().max(12).nullable().default(null),
    /** the record being changed is not its own duplicate */
    except: id.optional(),
  }),
  reply: z.object({ duplicates: z.array(lookAlike) }),
});

export const duplicateStates = ['open', 'later', 'same', 'different'] as const;

const side = z.object({
  ...{ id, name: z.string(), shortName: z.string().nullable(), creditCode: z.string().nullable() },
  ...{ region: z.string().nullable(), address: z.string().nullable(), source: z.string(), offers: z.number().int() },
});
export type DuplicateSide = z.infer<typeof side>;

export const listDuplicates = endpoint({
  method: 'GET',
  path: '/api/duplicates',
  tag: 'directory',
  summary: 'Pairs that may be one organisation, the likeliest first',
  status: 200,
  query: z.object({
    state: z.enum(duplicateStates).default('open'),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  reply: z.object({
    total: z.number().int(),
    pairs: z.array(
      z.object({
        ...{ a: side, b: side, verdict: z.enum(['same', 'review']), reasons: z.array(reason), foundAt: instant },
        ...{ answeredBy: z.string().nullable(), answeredAt: instant.nullable() },
        /** not answered by the bureau yet: whoever entered the second one said that it is another */
        saidOther: z.boolean(),
      }),
    ),
  }),
});
export type DuplicateRow = z.infer<typeof listDuplicates.reply>['pairs'][number];

export const runDuplicates = endpoint({
  method: 'POST',
  path: '/api/duplicates/runs',
  tag: 'directory',
  summary: 'Compare every organisation of the city with every other; answered pairs are not asked again',
  status: 200,
  reply: z.object({ organisations: z.number().int(), found: z.number().int(), added: z.number().int() }),
});

export const answerDuplicate = endpoint({
  method: 'POST',
  path: '/api/duplicates/answers',
  tag: 'directory',
  summary: 'One organisation, two, or looked at later',
  status: 200,
  body: z.object({ a: id, b: id, answer: z.enum(['same', 'different', 'later']) }),
  reply: z.object({ state: z.enum(duplicateStates) }),
});
