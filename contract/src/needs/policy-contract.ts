import { type PolicyFact, policyFacts, policyOperators, policyVerdicts } from '@zhitong/domain/needs/policy';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant, isoDate, organisationLink } from '../values.ts';

const facts = Object.keys(policyFacts) as [PolicyFact, ...PolicyFact[]];
export const policyFact = z.enum(facts);

export const policyCondition = z.object({
  fact: policyFact,
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
  documentNumber: z.string().nullable(),
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
          z.object({
            fact: policyFact,
            name: z.string(),
            kind: z.enum(['word', 'words', 'number', 'yes']),
            own: z.boolean(),
          }),
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
  body: z.object({ fact: policyFact, value: z.union([z.number().finite().min(0).max(1_000_000_000), z.boolean()]) }),
  reply: z.object({ fact: policyFact, asOf: isoDate }),
});

export const listPolicies = endpoint({
  method: 'GET',
  path: '/api/policies',
  tag: 'policies',
  summary: 'Policies in force with their conditions, and how many firms meet them',
  status: 200,
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) }),
  reply: z.object({
    policies: z.array(policyRow.extend({ conditions: z.array(policyCondition) })),
    total: z.number().int(),
  }),
});
