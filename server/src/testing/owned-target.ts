import { targetState } from '@zhitong/domain/investment/target-history';
import { insertPremises } from '#features/investment/premises-store';
import { insertStep, insertTarget, takeNumber } from '#features/investment/target-store';
import type { Tx } from '#platform/database';
import { writeChainThings } from './owned-chain.ts';
import type { TestOrganisation } from './test-world.ts';

interface Of {
  readonly newId: () => string;
  readonly at: string;
}

/** A chain of the city with what is about it, a target the organisation has for a gap of it, and a plant it has entered. */
export async function writeTargetThings(tx: Tx, owner: TestOrganisation, of: Of) {
  const things = await writeChainThings(tx, owner, of);
  const { chain } = things;
  const productId = 'pp-meltblown-resin';
  const target = await writeTarget(tx, owner, { ...of, gap: { chainId: chain, productId } });
  return { ...things, target, gap: `${chain}:${productId}`, premises: await writePremises(tx, owner, of) };
}

/** A firm elsewhere that the organisation wants to win. */
async function writeTarget(
  tx: Tx,
  { city, id: bodyId, shortName, person }: TestOrganisation,
  { newId, at, gap }: Of & { readonly gap: { readonly chainId: string; readonly productId: string } },
): Promise<string> {
  const [id, when] = [newId(), new Date(at)];
  const action = { kind: 'registered', at: when, body: bodyId, post: person.postId, next: null, due: null } as const;
  const body = { id: bodyId, name: shortName };
  const state = targetState([action]);
  const subject = { organisation: null, name: `招商暗号子 ${id.slice(-8)}`, region: null, kind: 'firm', gap } as const;
  await insertTarget(tx, {
    ...{ city, id, firm: subject.name, owner: { body, post: { id: person.postId, name: person.name } }, state, seq: 1 },
    ...{ number: await takeNumber(tx, city), subject, standing: { dueAt: null, yellowAt: null }, wish: null },
    ...{ alike: null, by: person.name, at: when, key: null },
  });
  await insertStep(
    tx,
    { city, id, seq: 1 },
    { action, status: 'lead', person, body, note: '招商暗号丑', reason: null, key: null },
  );
  return id;
}

async function writePremises(
  tx: Tx,
  { city, id: bodyId, shortName, region, person }: TestOrganisation,
  { newId, at }: Of,
): Promise<string> {
  const id = newId();
  const measured = { area: null, powerKv: null, powerKw: null, water: null, floorLoad: null, exhaust: null };
  const facts = { note: '招商暗号寅', source: '演示', asOf: '2026-11-01' };
  await insertPremises(
    tx,
    {
      ...{ city, id, body: { id: bodyId, name: shortName }, edition: 1, demo: true },
      content: { kind: 'plant', ...measured, name: `厂房 ${id.slice(-8)}`, region, state: 'free', ...facts },
    },
    { by: person.name, at: new Date(at) },
  );
  return id;
}
