import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { expect } from 'vitest';
import { inContext } from '#platform/context';
import { maskChain, writeChain } from './owned-chain.ts';
import type { TestApp, TestClient } from './test-app.ts';
import { testCity } from './test-world.ts';

/** The day the tests stand on. */
export const draftDay = '2026-11-23';

interface Saving {
  readonly seen?: number;
  readonly content?: ChainContent;
  readonly validFrom?: string;
  readonly client?: TestClient;
}

interface Turning {
  readonly seen?: number;
  readonly client?: TestClient;
  readonly reason?: string;
}

/** Draws, hands in and publishes maps, as two officers of the bureau do. */
export async function draftPlay(world: TestApp) {
  const [asOfficer, asSecond] = await Promise.all([world.signIn('bureau'), world.signIn('bureau2')]);
  const chain = (): Promise<string> =>
    inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      writeChain(tx, testCity, { newId: world.effects.newId, at: '2026-11-01T09:00:00+08:00' }),
    );
  return {
    ...{ asOfficer, asSecond, chain },
    /** A chain in force since January, its draft begun. */
    drafted: async (): Promise<string> => {
      const id = await chain();
      expect((await asOfficer.post(`/api/chains/${id}/drafts`)).statusCode).toBe(201);
      return id;
    },
    draftOf: async (id: string, client = asOfficer) => (await client.get(`/api/chains/${id}/draft`)).json(),
    save: (id: string, { seen = 1, content = maskChain, validFrom = draftDay, client = asOfficer }: Saving = {}) =>
      client.put(`/api/chains/${id}/draft`, { seen, content, validFrom }),
    act: (id: string, action: string, { seen = 1, client = asOfficer, reason = '' }: Turning = {}) =>
      client.post(`/api/chains/${id}/draft/actions`, { action, seen, ...(reason && { reason }) }),
  };
}

export const outcomeOf = (reply: { statusCode: number; json: () => { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];

/** The usual map with one segment more, under another name. */
export const twoChain: ChainContent = {
  ...maskChain,
  name: '口罩与防护产业链（演示）',
  segments: [
    ...maskChain.segments,
    { id: 'base', name: '基布', nameEn: null, tier: 'upstream', products: ['spunbond-cloth'] },
  ],
};
