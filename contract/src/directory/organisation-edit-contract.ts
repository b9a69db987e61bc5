import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { factLevels, organisationSizes } from '@zhitong/domain/directory/organisation-fact';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, isoDate } from '../values.ts';

const line = (longest: number) => z.string().max(longest).nullable().default(null);

export const organisationFacts = z.object({
  name: z.string().max(120),
  shortName: line(60),
  nameEn: line(200),
  kind: z.enum(organisationKinds),
  creditCode: line(60),
  parentId: id.nullable().default(null),
  region: line(12),
  registeredAddress: line(200),
  workingAddress: line(200),
  registeredOnly: z.boolean().default(false),
  industry: line(20),
  size: z.enum(organisationSizes).nullable().default(null),
  duty: line(500),
  contact: z
    .object({ name: z.string().trim().min(1).max(40), phone: z.string().trim().min(5).max(40) })
    .nullable()
    .default(null),
});
export type OrganisationFactsBody = z.output<typeof organisationFacts>;

/** Told by the bureau; what a firm enters is its own word, whatever stands here. */
const origin = {
  source: z.string().trim().min(1).max(120).optional(),
  asOf: isoDate.optional(),
  level: z.enum(factLevels).optional(),
};

/** “It is another one”: organisations of the directory that were shown and are not this one. */
const not = z.array(id).max(20).optional();

/** What is odd but taken, as a sentence in the reader's language. */
const warnings = z.array(z.object({ field: z.string(), text: z.string() }));

export const createOrganisation = endpoint({
  method: 'POST',
  path: '/api/organisations',
  tag: 'directory',
  summary: 'Enter a new organisation; what a firm enters is its own word until the bureau has verified it',
  status: 201,
  body: organisationFacts.extend({ ...origin, not }),
  reply: z.object({ organisation: z.object({ id }), warnings }),
});

export const changeOrganisation = endpoint({
  method: 'PUT',
  path: '/api/organisations/:id',
  tag: 'directory',
  summary: 'Change facts; what was is kept with who changed it, when and why',
  status: 200,
  params: idParams,
  body: z.object({
    /** of the page it was read from: who saves an older one is refused */
    version: z.number().int().min(1),
    facts: organisationFacts,
    /** since when name, kind, parent and region are in force; today where absent */
    effective: isoDate.optional(),
    why: z.string().trim().max(300).optional(),
    not,
    ...origin,
  }),
  reply: z.object({ version: z.number().int(), warnings }),
});
