import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { factFields, factLevels, holdingFields, provenField } from '@zhitong/domain/directory/organisation-fact';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idParams, instant, isoDate, organisationLink } from '../values.ts';

/** A row of the tree: a heading (kind, or place within a kind), or an organisation. `children` counts what lies directly below. */
export const treeNode = z.object({
  /** what the next question names: `kind:bank`, `kind:enterprise/371002`, or an organisation's id */
  key: z.string(),
  kind: z.enum(organisationKinds),
  /** absent for a heading */
  organisation: organisationLink.optional(),
  /** name of the place of a heading */
  region: z.string().nullable().optional(),
  children: z.number().int(),
});
export type TreeNode = z.infer<typeof treeNode>;

export const getOrganisationTree = endpoint({
  method: 'GET',
  path: '/api/organisations/tree',
  tag: 'directory',
  summary: 'One level of the organisation tree, as it is or as it was on a day',
  status: 200,
  query: z.object({
    /** key of a row; absent: the six kinds */
    below: z
      .string()
      .regex(/^(kind:[a-z]+(\/\w{1,12})?|[0-9a-f-]{36})$/)
      .optional(),
    asOf: isoDate.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({ total: z.number().int(), nodes: z.array(treeNode) }),
});

export const getOrganisationPath = endpoint({
  method: 'GET',
  path: '/api/organisations/:id/path',
  tag: 'directory',
  summary: 'Keys of the tree from the top down to an organisation, as it is or as it was on a day',
  status: 200,
  params: idParams,
  query: z.object({ asOf: isoDate.optional() }),
  reply: z.object({ path: z.array(z.string()) }),
});

export const listRegions = endpoint({
  method: 'GET',
  path: '/api/regions',
  tag: 'directory',
  summary: 'The districts and zones of the own city, in force today',
  status: 200,
  reply: z.object({ regions: z.array(z.object({ code: z.string(), name: z.string() })) }),
});

const place = organisationLink.nullable();

/** A capability, certificate, member or former name as it stood; what does not apply is absent. */
export const heldValue = z.object({
  ...{ name: z.string(), kind: z.string().optional(), detail: z.string().nullable().optional() },
  ...{ number: z.string().nullable().optional(), issuer: z.string().nullable().optional() },
  /** basis points */
  share: z.number().int().nullable().optional(),
  ...{ from: isoDate.nullable().optional(), until: isoDate.nullable().optional() },
});
export type HeldValue = z.infer<typeof heldValue>;

export const getOrganisationHistory = endpoint({
  method: 'GET',
  path: '/api/organisations/:id/history',
  tag: 'directory',
  summary: 'What it was called and where it belonged by day, and who changed what, when and why',
  status: 200,
  params: idParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  reply: z.object({
    /** newest first; the first one is what it is now. Days are half-open, null: not known */
    states: z.array(
      z.object({
        from: isoDate.nullable(),
        to: isoDate.nullable(),
        name: z.string(),
        parent: place,
        by: z.string().nullable(),
        /** entered by hand as a former name: it can be taken back */
        byHand: z.boolean(),
      }),
    ),
    total: z.number().int(),
    changes: z.array(
      z.object({
        at: instant,
        person: z.string(),
        field: z.enum([...factFields, ...holdingFields, provenField]),
        /** as a reader reads it; null: it was not known, or not there. Never a contact */
        before: z.union([z.string(), heldValue]).nullable(),
        after: z.union([z.string(), heldValue]).nullable(),
        why: z.string().nullable(),
        source: z.string(),
        asOf: isoDate,
        level: z.enum(factLevels),
      }),
    ),
  }),
});
export type OrganisationHistory = z.infer<typeof getOrganisationHistory.reply>;
