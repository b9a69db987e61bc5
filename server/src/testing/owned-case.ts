import { openCase } from '#features/needs/case-opening';
import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

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
