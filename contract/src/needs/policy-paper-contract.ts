import { paperDeeds, paperStates } from '@zhitong/domain/needs/policy-paper';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink } from '../values.ts';
import { policyCondition, policyFact } from './policy-contract.ts';

const content = z.object({
  title: z.string().trim().min(2).max(120),
  bodyId: id,
  benefit: z.string().trim().min(2).max(500),
  /** the source document */
  basis: z.string().trim().min(2).max(200),
  documentNumber: z.string().trim().max(80).nullable().default(null),
  validFrom: isoDate,
  /** half-open; null: no end named */
  validTo: isoDate.nullable().default(null),
  conditions: z.array(policyCondition).min(1).max(30),
});

/** The edition the editor has read: somebody else’s later one is never written over. */
const seen = z.number().int().min(1);

const paperRow = z.object({
  id,
  title: z.string(),
  body: organisationLink,
  state: z.enum(paperStates),
  edition: z.number().int(),
  version: z.number().int(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  /** firms told of the version in force: that they qualify, and that one fact is missing */
  told: z.object({ fits: z.number().int(), lacks: z.number().int() }),
  writtenAt: instant,
  writtenBy: z.string(),
});

const written = z.object({
  policy: z.object({ id, state: z.enum(paperStates), edition: z.number().int(), version: z.number().int() }),
});

export const listPapers = endpoint({
  method: 'GET',
  path: '/api/policies/papers',
  tag: 'policies',
  summary: 'Papers of policies in every state: all of the city for the bureau, its own for a body',
  status: 200,
  query: z.object({
    state: z.enum(paperStates).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  reply: z.object({ papers: z.array(paperRow), total: z.number().int() }),
});

export const getPaper = endpoint({
  method: 'GET',
  path: '/api/policies/:id/paper',
  tag: 'policies',
  summary: 'What a policy says now, and everything that was done to its paper',
  status: 200,
  params: idParams,
  reply: z.object({
    paper: paperRow.extend({ content: content.extend({ body: organisationLink }) }),
    history: z.array(
      z.object({
        edition: z.number().int(),
        deed: z.enum(paperDeeds),
        version: z.number().int(),
        title: z.string(),
        conditions: z.array(z.string()),
        by: z.string(),
        body: z.string(),
        at: instant,
      }),
    ),
  }),
});

export const enterPolicy = endpoint({
  method: 'POST',
  path: '/api/policies',
  tag: 'policies',
  summary: 'Draft a policy with its conditions as data; nobody but its writers reads it before it is published',
  status: 201,
  body: content,
  reply: written,
});

export const changePolicy = endpoint({
  method: 'PUT',
  path: '/api/policies/:id',
  tag: 'policies',
  summary: 'Write another edition; what is in force stays until that is published',
  status: 200,
  params: idParams,
  body: content.extend({ seen }),
  reply: written,
});

export const publishPolicy = endpoint({
  method: 'POST',
  path: '/api/policies/:id/publication',
  tag: 'policies',
  summary: 'Publish the edition that was read as the next version; the firms it finds are told',
  status: 200,
  params: idParams,
  body: z.object({ seen }),
  reply: written,
});

export const endPolicy = endpoint({
  method: 'POST',
  path: '/api/policies/:id/ending',
  tag: 'policies',
  summary: 'A policy is not in force from this day on',
  status: 200,
  params: idParams,
  body: z.object({ from: isoDate, seen }),
  reply: written,
});

export const previewPolicy = endpoint({
  method: 'POST',
  path: '/api/policies/preview',
  tag: 'policies',
  summary: 'How many firms these conditions find, and which single fact would decide for most; nothing is stored',
  status: 200,
  body: z.object({ conditions: z.array(policyCondition).min(1).max(30) }),
  reply: z.object({
    firms: z.number().int(),
    qualifies: z.number().int(),
    oneMissing: z.number().int(),
    open: z.number().int(),
    no: z.number().int(),
    deciding: z.array(z.object({ fact: policyFact, name: z.string(), firms: z.number().int() })),
  }),
});

export type PolicyContentInput = z.input<typeof content>;
