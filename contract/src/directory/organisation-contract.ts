import { claimStates } from '@zhitong/domain/directory/claim-state';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
import {
  capabilityKinds,
  factFields,
  factLevels,
  organisationSizes,
} from '@zhitong/domain/directory/organisation-fact';
import { offerSources } from '@zhitong/domain/matching/offer';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { certificate, id, idParams, isoDate, offerLimit, organisationLink, productLink, quantity } from '../values.ts';

const origin = { source: z.string(), asOf: isoDate, level: z.enum(factLevels) };

export const organisation = z.object({
  id,
  kind: z.enum(organisationKinds),
  name: z.string(),
  shortName: z.string().nullable(),
  creditCode: z.string().nullable(),
  /** external code of an imported company (a stock code) */
  code: z.string().nullable(),
  parent: organisationLink.nullable(),
  city: z.object({ code: z.string(), name: z.string().nullable() }),
  region: z.object({ code: z.string(), name: z.string() }).nullable(),
  registeredAddress: z.string().nullable(),
  workingAddress: z.string().nullable(),
  duty: z.string().nullable(),
  source: z.string(),
  asOf: isoDate,
  demo: z.boolean(),
  /** counts changes: named again by whoever saves one */
  version: z.number().int(),
  nameEn: z.string().nullable(),
  industry: z.string().nullable(),
  size: z.enum(organisationSizes).nullable(),
  level: z.enum(factLevels),
  registeredOnly: z.boolean(),
  /** since when it is called so and belongs there; null: for as long as is known */
  since: isoDate.nullable(),
  /** organisations directly below */
  children: z.number().int(),
  /** facts whose source differs from that of the whole row */
  origins: z.array(z.object({ field: z.enum(factFields), ...origin })),
  capabilities: z.array(
    z.object({ id, kind: z.enum(capabilityKinds), name: z.string(), detail: z.string().nullable(), ...origin }),
  ),
  ownCertificates: z.array(
    z.object({
      ...{ id, name: z.string(), number: z.string().nullable(), issuer: z.string().nullable() },
      ...{ validFrom: isoDate.nullable(), validUntil: isoDate.nullable(), ...origin },
    }),
  ),
  /** `has`: the other is a member of this alliance; `is`: this one is a member of the other */
  memberships: z.array(
    z.object({
      ...{ id, role: z.enum(['has', 'is']), other: organisationLink, ...origin },
      /** basis points; null: not known */
      share: z.number().int().nullable(),
      ...{ from: isoDate.nullable(), to: isoDate.nullable() },
    }),
  ),
  /** absent unless the viewer may see it: own firm, the bureau, or both sides agreed on a deal */
  contact: z.object({ name: z.string(), phone: z.string() }).optional(),
  offers: z.array(
    z.object({
      id,
      product: productLink.nullable(),
      productText: z.string(),
      capacity: quantity.nullable(),
      limits: z.array(offerLimit),
      certificates: z.array(certificate),
      source: z.enum(offerSources),
    }),
  ),
  offerCount: z.number().int(),
  record: z.object({ deliveries: z.number().int(), onTime: z.number().int() }),
});
export type Organisation = z.infer<typeof organisation>;

export const getOrganisation = endpoint({
  method: 'GET',
  path: '/api/organisations/:id',
  tag: 'directory',
  summary: 'One organisation, as much of it as the viewer may see',
  status: 200,
  params: idParams,
  reply: organisation,
});

export const listOrganisations = endpoint({
  method: 'GET',
  path: '/api/organisations',
  tag: 'directory',
  summary: 'Organisations by name, short name or credit code',
  status: 200,
  query: z.object({
    q: z.string().max(200).default(''),
    kind: z.enum(organisationKinds).optional(),
    /** a place and everything below it */
    region: z
      .string()
      .regex(/^\w{1,12}$/)
      .optional(),
    parent: id.optional(),
    /** whether somebody speaks for it, and how well that is proved */
    claim: z.enum(claimStates).optional(),
    /** code of GB/T 4754: everything that belongs to the section, division or group */
    industry: z
      .string()
      .regex(/^([A-T]|\d{2,4})$/)
      .optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    total: z.number().int(),
    /** there are more than `total`: a narrower question finds them */
    more: z.boolean().default(false),
    organisations: z.array(
      z.object({
        id,
        kind: z.enum(organisationKinds),
        name: z.string(),
        region: z.string().nullable(),
        demo: z.boolean(),
      }),
    ),
  }),
});
