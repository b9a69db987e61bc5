import { type PolicyFact, policyFacts, policyOperators, policyVerdicts } from '@zhitong/domain/needs/policy';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink } from '../values.ts';

const facts = Object.keys(policyFacts) as [PolicyFact, ...PolicyFact[]];
const fact = z.enum(facts);

const condition = z.object({
  fact,
  op: z.enum(policyOperators),
  values: z.array(z.union([z.string().max(80), z.number()])).max(40),
  text: z.string().trim().min(1).max(200),
});

const policyRow = z.object({
  id,
  title: z.string(),
  body: organisationLink,
  benefit: z.string(),
  basis: z.string(),
  validFrom: isoDate,
  validTo: isoDate.nullable(),
  source: z.string(),
  demo: z.boolean(),
});

export const myPolicies = endpoint({
  method: 'GET',
  path: '/api/policies/mine',
  tag: 'policies',
  summary:
    'Policies in force, each condition answered for the own firm: true, false or unknown, with the fact behind it',
  status: 200,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({
    asOf: instant,
    counts: z.object({ qualifies: z.number().int(), oneMissing: z.number().int() }),
    policies: z.array(
      policyRow.extend({
        verdict: z.enum(policyVerdicts),
        /** what nothing is known of; the firm can state those that are its own */
        missing: z.array(
          z.object({ fact, name: z.string(), kind: z.enum(['word', 'words', 'number', 'yes']), own: z.boolean() }),
        ),
        conditions: z.array(
          z.object({
            text: z.string(),
            outcome: z.enum(['true', 'false', 'unknown']),
            /** null: nothing is known */
            known: z.object({ words: z.string(), source: z.string(), asOf: isoDate }).nullable(),
          }),
        ),
      }),
    ),
  }),
});

export const stateFact = endpoint({
  method: 'POST',
  path: '/api/policies/facts',
  tag: 'policies',
  summary: 'The firm states a fact that only it knows; it is used for every policy from then on',
  status: 201,
  body: z.object({ fact, value: z.union([z.number().finite().min(0).max(1_000_000_000), z.boolean()]) }),
  reply: z.object({ fact, asOf: isoDate }),
});

export const listPolicies = endpoint({
  method: 'GET',
  path: '/api/policies',
  tag: 'policies',
  summary: 'Policies in force with their conditions, and how many firms meet them',
  status: 200,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({ policies: z.array(policyRow.extend({ conditions: z.array(condition) })), total: z.number().int() }),
});

export const enterPolicy = endpoint({
  method: 'POST',
  path: '/api/policies',
  tag: 'policies',
  summary: 'Enter a policy with its conditions as data',
  status: 201,
  body: z.object({
    title: z.string().trim().min(2).max(120),
    bodyId: id,
    benefit: z.string().trim().min(2).max(500),
    basis: z.string().trim().min(2).max(200),
    validFrom: isoDate,
    validTo: isoDate.nullable().default(null),
    conditions: z.array(condition).min(1).max(30),
  }),
  reply: z.object({ policy: z.object({ id }) }),
});

export const endPolicy = endpoint({
  method: 'POST',
  path: '/api/policies/:id/ending',
  tag: 'policies',
  summary: 'A policy is not in force from this day on',
  status: 200,
  params: idParams,
  body: z.object({ from: isoDate }),
  reply: z.object({ policy: z.object({ id, validTo: isoDate }) }),
});
