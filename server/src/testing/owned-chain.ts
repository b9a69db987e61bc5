import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { insertGapTask, insertGapTaskStep } from '#features/chains/gap-task-store';
import { insertPurchase } from '#features/chains/purchase-store';
import type { Tx } from '#platform/database';
import type { TestOrganisation } from './test-world.ts';

export const maskChain = {
  ...{ name: '口罩产业链（演示）', nameEn: 'Masks (demo)', chief: { name: '演示-巳', post: '副市长（演示）' } },
  ...{ leadBodyId: null, leaderId: null, expert: null, entries: [] },
  segments: [
    { id: 'material', name: '材料', nameEn: 'Material', tier: 'upstream', products: ['pp-meltblown-resin'] },
    { id: 'cloth', name: '熔喷布', nameEn: 'Meltblown cloth', tier: 'midstream', products: ['meltblown-cloth'] },
    { id: 'mask', name: '口罩', nameEn: 'Masks', tier: 'downstream', products: ['surgical-mask'] },
  ],
  links: [
    { from: 'material', to: 'cloth' },
    { from: 'cloth', to: 'mask' },
  ],
} as const satisfies ChainContent;

interface Of {
  readonly newId: () => string;
  readonly at: string;
}

/** A published chain of the city, in force since 2026. */
export async function writeChain(
  tx: Tx,
  city: string,
  { newId, at, content = maskChain }: Of & { readonly content?: ChainContent },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('chain')
    .values({ city, id, slug: `chain-${id.slice(-12)}`, demo: true, created_at: new Date(at) })
    .execute();
  await tx
    .insertInto('chain_version')
    .values({
      ...{ city, chain_id: id, number: 1, state: 'published', content: JSON.stringify(content) },
      ...{ valid_from: '2026-01-01', valid_to: null, written_at: new Date(at), written_by: '演示-甲' },
    })
    .execute();
  return id;
}

/** The next version of it, being drawn by somebody of the bureau. */
export async function writeOpenDraft(tx: Tx, city: string, { chain, newId, at }: Of & { readonly chain: string }) {
  const key = { city, chain_id: chain, number: 2 };
  const written = { written_at: new Date(at), written_by: '演示-甲' };
  await tx
    .insertInto('chain_version')
    .values({ ...key, state: 'draft', content: JSON.stringify(maskChain), valid_from: '2027-01-01', ...written })
    .execute();
  await tx
    .insertInto('chain_action')
    .values({ ...key, seq: 1, action: 'begin', person_id: newId(), person_name: '演示-甲', at: new Date(at) })
    .execute();
}

/** What an organisation registered as bought. */
export async function writeOwnPurchase(tx: Tx, { city, id: organisationId }: TestOrganisation, { newId, at }: Of) {
  const id = newId();
  const bought = { productId: 'pp-meltblown-resin', fenAYear: 9_000_000, quantity: null, unit: null };
  const content = { ...bought, origin: '370200', asOf: '2026-10-01', note: null };
  await insertPurchase(tx, { city, id, organisationId, content }, { by: '演示-甲', at: new Date(at) });
  return id;
}

/** A chain, and an order about a gap of it that the organisation gave itself. */
export async function writeChainThings(tx: Tx, { city, id, name, person }: TestOrganisation, of: Of) {
  const chain = await writeChain(tx, city, of);
  await writeOpenDraft(tx, city, { chain, ...of });
  const [gapTask, at] = [of.newId(), new Date(of.at)];
  const body = { id, name };
  const task = {
    city,
    id: gapTask,
    chainId: chain,
    productId: 'meltblown-cloth',
    kind: 'order',
    text: '演示',
  } as const;
  const clock = { dueAt: at, yellowAt: at, givenAt: at, overAt: null, seq: 1, demo: true };
  await insertGapTask(tx, { ...task, ...clock, giver: body, body, status: 'given' }, gapTask);
  await insertGapTaskStep(tx, task, { seq: 1, kind: 'given', at, person: person.name, body, text: '演示' });
  return { chain, gapTask };
}
