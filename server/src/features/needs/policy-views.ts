import type { listPolicies, myPolicies } from '@zhitong/contract/needs/policy-contract';
import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import {
  conditionOutcome,
  factWords,
  type KnownFacts,
  missingFacts,
  type PolicyCondition,
  type PolicyFact,
  policyFacts,
  policyVerdict,
  policyVerdicts,
} from '@zhitong/domain/needs/policy';
import { sql } from 'kysely';
import type { z } from 'zod';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { jsonColumn } from '#platform/json-column';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { readKnownFacts } from './policy-facts-view.ts';
import { inForceOn } from './policy-in-force.ts';

type Mine = z.input<typeof myPolicies.reply>;

/** What the own firm qualifies for first, then what one fact decides. */
export function viewMyPolicies(
  { database, effects }: CaseDeps,
  { viewer, language }: { viewer: Viewer; language: Language },
  { limit }: { limit: number },
): Promise<Mine> {
  const now = effects.now();
  const day = cityDay(now);
  const { city, organisationId: id } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const facts = await readKnownFacts(tx, { city, id, day });
    const rows = await listInForce(tx, { city, day, limit });
    const policies = rows
      .map((row) => answered(row, facts, language))
      .toSorted((one, other) => policyVerdicts.indexOf(one.verdict) - policyVerdicts.indexOf(other.verdict));
    const count = (verdict: string) => policies.filter((one) => one.verdict === verdict).length;
    return {
      ...{ asOf: now.toISOString(), policies },
      counts: { qualifies: count('qualifies'), oneMissing: count('one-missing') },
    };
  });
}

interface Row {
  id: string;
  title: string;
  body_id: string;
  body_name: string;
  benefit: string;
  basis: string;
  document_number: string | null;
  conditions: unknown;
  valid_from: string;
  valid_to: string | null;
  source: string;
  demo: boolean;
}

async function listInForce(
  tx: Tx,
  { city, day, limit }: { city: string; day: string; limit: number },
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.title, p.body_id, o.name as body_name, p.benefit, p.basis, p.document_number, p.conditions, p.valid_from, p.valid_to, p.source, p.demo
    from policy p join organisation o on o.city = p.city and o.id = p.body_id
    where p.city = ${city} and ${inForceOn(day)}
    order by p.valid_from desc, p.title, p.id limit ${limit}`.execute(tx);
  return rows;
}

const shown = (row: Row) => ({
  ...{ id: row.id, title: row.title, body: { id: row.body_id, name: row.body_name }, benefit: row.benefit },
  ...{
    basis: row.basis,
    documentNumber: row.document_number,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    source: row.source,
    demo: row.demo,
  },
});

function answered(row: Row, facts: KnownFacts, language: Language): Mine['policies'][number] {
  const conditions = jsonColumn<PolicyCondition[]>(row.conditions);
  return {
    ...shown(row),
    verdict: policyVerdict(conditions, facts),
    missing: missingFacts(conditions, facts).map((fact) => missing(fact, language)),
    conditions: conditions.map((condition) => {
      const known = facts[condition.fact];
      return {
        ...{ text: condition.text, outcome: conditionOutcome(condition, facts) },
        known: known
          ? {
              words: known.called?.[language] ?? factWords(known.value, language, condition.fact),
              source: known.source,
              asOf: known.asOf,
            }
          : null,
      };
    }),
  };
}

function missing(fact: PolicyFact, language: Language) {
  const { kind, from } = policyFacts[fact];
  return { fact, name: policyFacts[fact][language], kind, own: from === 'firm' };
}

/** Of the bureau: every policy in force as it was entered. */
export function viewPolicies(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { limit }: { limit: number },
): Promise<z.input<typeof listPolicies.reply>> {
  const day = cityDay(effects.now());
  return inContext(database, contextOf(viewer), async (tx) => {
    const rows = await listInForce(tx, { city: viewer.city, day, limit });
    const policies = rows.map((row) => ({
      ...shown(row),
      conditions: jsonColumn<PolicyCondition[]>(row.conditions).map((one) => ({ ...one, values: [...one.values] })),
    }));
    return { policies, total: policies.length };
  });
}
