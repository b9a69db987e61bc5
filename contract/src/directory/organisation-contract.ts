import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { offerSources } from '@zhitong/domain/matching/offer';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { certificate, id, idParams, isoDate, offerLimit, organisationLink, productLink, quantity } from '../values.ts';

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
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  }),
  reply: z.object({
    total: z.number().int(),
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
