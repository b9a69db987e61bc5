import type { enterPolicy } from '@zhitong/contract/needs/policy-contract';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { type PolicyFact, policyFacts } from '@zhitong/domain/needs/policy';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { insertPolicy, insertStatement, isBody, lockPolicy, setPolicyEnd } from './policy-store.ts';

/** A fact that only the firm knows, in its own words: declared, with the day it was said. */
export async function stateFactFor(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { fact, value }: { fact: PolicyFact; value: number | boolean },
): Promise<{ fact: PolicyFact; asOf: string }> {
  const { from, kind, zh: nameZh, en: nameEn } = policyFacts[fact];
  if (from !== 'firm') throw new Refusal('policies.not-own-fact', { nameZh, nameEn });
  if ((kind === 'yes') !== (typeof value === 'boolean')) {
    const wanted = kind === 'yes' ? { kindZh: '是或否', kindEn: 'yes or no' } : { kindZh: '数字', kindEn: 'a number' };
    throw new Refusal('policies.wrong-kind', { nameZh, nameEn, ...wanted });
  }
  const at = effects.now();
  const asOf = cityDay(at);
  const { city, organisationId, personId, personName } = viewer;
  await inContext(database, contextOf(viewer), async (tx) => {
    await insertStatement(tx, {
      id: effects.newId(),
      city,
      organisationId,
      fact,
      value,
      asOf,
      at,
      person: { id: personId, name: personName },
    });
    await recordAudit(tx, effects, {
      ...{ action: 'statement.made', subject: { kind: 'statement', id: organisationId } },
      after: { fact, value },
    });
  });
  return { fact, asOf };
}

export async function enterPolicyFor(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  wish: z.output<NonNullable<typeof enterPolicy.body>>,
): Promise<{ id: string }> {
  if (wish.validTo !== null && wish.validTo < wish.validFrom) throw new Refusal('policies.dates');
  const id = effects.newId();
  const { city, personName } = viewer;
  await inContext(database, contextOf(viewer), async (tx) => {
    if (!(await isBody(tx, { city, id: wish.bodyId }))) throw new Refusal('policies.unknown-body');
    await insertPolicy(tx, { ...wish, city, id, source: viewer.organisationName, by: personName, at: effects.now() });
    await recordAudit(tx, effects, {
      ...{ action: 'policy.entered', subject: { kind: 'policy', id } },
      after: { title: wish.title, basis: wish.basis, conditions: wish.conditions.map(({ text }) => text) },
    });
  });
  return { id };
}

export function endPolicyFor(
  { database, effects }: CaseDeps,
  viewer: Viewer,
  { id, from }: { id: string; from: string },
): Promise<{ id: string; validTo: string }> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const found = await lockPolicy(tx, { city, id });
    if (!found) throw new Refusal('platform.not-found');
    if (from < found.validFrom) throw new Refusal('policies.dates');
    await setPolicyEnd(tx, { city, id, validTo: from });
    await recordAudit(tx, effects, {
      ...{ action: 'policy.ended', subject: { kind: 'policy', id } },
      before: { title: found.title, until: found.validTo },
      after: { until: from },
    });
    return { id, validTo: from };
  });
}
