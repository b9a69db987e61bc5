import { orderState } from '@zhitong/domain/needs/order-history';
import { openCase } from '#features/needs/case-opening';
import { insertOrder, insertOrderAction } from '#features/needs/order-store';
import { insertPaper, insertPaperChange } from '#features/needs/policy-paper-store';
import { putInForce } from '#features/needs/policy-store';
import { insertRating, setRatingToken } from '#features/needs/rating-store';
import { attachFiles } from '#features/needs/request-file-store';
import type { Tx } from '#platform/database';
import { storeFile } from '#platform/stored-file';
import type { TestOrganisation } from './test-world.ts';

/** In force, with one condition. */
async function writePolicy(tx: Tx, { city, id: bodyId }: TestOrganisation, id: string): Promise<string> {
  const conditions = [{ fact: 'employees', op: 'at-least', values: [1], text: '有职工' }] as const;
  const content = {
    ...{ title: '演示政策', bodyId, benefit: '演示', basis: '演示', documentNumber: null, conditions },
    ...{ validFrom: '2026-01-01', validTo: null },
  };
  const at = new Date('2026-01-01T09:00:00+08:00');
  const by = { personId: null, personName: '演示-甲', organisationName: '演示', at };
  const paper = { city, id, content, state: 'published', edition: 1, version: 1 } as const;
  await insertPaper(tx, paper, by);
  await insertPaperChange(tx, paper, { deed: 'published', by });
  await putInForce(tx, { ...content, city, id, version: 1, source: 'test', by: by.personName, at });
  return id;
}

/** The case of a need, and what belongs to it. */
export async function writeCaseThings(
  tx: Tx,
  owner: TestOrganisation,
  of: { newId: () => string; needId: string; at: string },
): Promise<{ case: string; order: string; policy: string; requestFile: string; rating: string }> {
  const caseId = await writeCase(tx, owner, of);
  const policy = await writePolicy(tx, owner, of.newId());
  const order = await writeOrder(tx, owner, { ...of, caseId });
  return { case: caseId, order, policy, ...(await writeRequestThings(tx, owner, { ...of, caseId })) };
}

/** The case of a need of the organisation, which answers for it too: it stands in every relation to it. */
async function writeCase(
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

/** A supervision order of the case, given by the organisation to itself. */
async function writeOrder(
  tx: Tx,
  { city, id, name }: TestOrganisation,
  { newId, caseId, at: issuedAt }: { newId: () => string; caseId: string; at: string },
): Promise<string> {
  const at = new Date(issuedAt);
  const action = { kind: 'issued', at, issuer: 'chief', next: id, ground: 'late' } as const;
  const order = { city, id: newId(), caseId, lead: { id, name }, issuer: { id, name }, state: orderState([action]) };
  const standing = { dueAt: at, yellowAt: at, callAt: null };
  await insertOrder(tx, { ...order, askerId: id, side: 'chief', ground: 'late', standing, at, demo: true });
  const done = { seq: 1, action, side: 'supervisor', person: null, body: { id, name } } as const;
  await insertOrderAction(tx, order, { ...done, leadName: name, text: '请抓紧办理' });
  return order.id;
}

/** A file that was sent with the need, and the token of a link to rate its case. */
async function writeRequestThings(
  tx: Tx,
  owner: TestOrganisation,
  of: { newId: () => string; needId: string; caseId: string; at: string },
): Promise<{ requestFile: string; rating: string }> {
  const { city, id: organisationId, name, person } = owner;
  const { newId, needId, caseId } = of;
  const at = new Date(of.at);
  const kept = { name: '演示合同.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7') };
  const file = await storeFile(
    tx,
    { newId, now: () => at },
    { ...kept, kind: 'request-file', personId: person.id, organisationId },
  );
  await attachFiles(tx, { city, needId, organisationId, files: [file.id], at });
  const rating = { id: newId(), token: `${city}.${newId()}${newId()}` };
  const asked = { caseId, needId, round: 1, askerId: organisationId, body: { id: organisationId, name } };
  await insertRating(tx, { city, id: rating.id, ...asked, at });
  await setRatingToken(tx, { city, ...rating });
  return { requestFile: file.id, rating: rating.token };
}
