import { cityDay } from '@zhitong/domain/needs/city-day';
import { type PolicyFact, policyFacts } from '@zhitong/domain/needs/policy';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import { insertStatement } from './policy-store.ts';

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
    // not its value: the bureau reads the log
    await appendEvents(tx, [
      {
        ...{ city, id: effects.newId(), type: 'policy.stated', subjectId: organisationId, at },
        ...{ audience: [organisationId], actorId: personId, payload: { fact } },
      },
    ]);
  });
  return { fact, asOf };
}
