import { openCase } from '#features/needs/case-opening';
import { insertPolicy } from '#features/needs/policy-store';
import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

/** In force, with one condition. */
export async function writePolicy(tx: Tx, { city, id: bodyId }: TestOrganisation, id: string): Promise<string> {
  const conditions = [{ fact: 'employees', op: 'at-least', values: [1], text: '有职工' }] as const;
  await insertPolicy(tx, {
    ...{ city, id, title: '演示政策', bodyId, benefit: '演示', basis: '演示', conditions, validFrom: '2026-01-01' },
    ...{ validTo: null, source: 'test', by: '演示-甲', at: new Date('2026-01-01T09:00:00+08:00') },
  });
  return id;
}

/** The case of a need of the organisation, which answers for it too: it stands in every relation to it. */
export async function writeCase(
  tx: Tx,
  owner: TestOrganisation,
  { newId, needId, at }: { newId: () => string; needId: string; at: string },
): Promise<string> {
  const { city, id, name, region, person } = owner;
  const opened = await openCase(
    tx,
    { newId, now: () => new Date(at) },
    {
      ...{
        city,
        needId,
        list: 'problem',
        class: 'simple',
        dutyId: null,
        candidates: [],
        text: '熔喷布 5 吨/天',
        demo: true,
      },
      ...{ asker: { id, name, region }, person: { id: person.id, name: person.name }, at: new Date(at) },
      holder: { body: { id, name }, post: { id: person.postId, personId: person.id, personName: person.name } },
    },
  );
  return opened.id;
}
