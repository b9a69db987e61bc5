import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { listenLive, openPort } from '#testing/live-listener';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { hrss } from '#testing/test-world';

let world: TestApp;
let port: number;
let asBureau: TestClient;
let asFirm: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  port = await openPort(world.app);
  [asBureau, asFirm] = await Promise.all([world.signIn('bureau'), world.signIn('firm.tackle')]);
});
afterAll(() => world.close());

const content = {
  ...{ title: '演示：实时', bodyId: hrss.id, benefit: '补贴', basis: '演示文件', validFrom: '2026-01-01' },
  conditions: [{ fact: 'region', op: 'in', values: ['371083'], text: '在乳山' }],
};

/** What the stream of the firm brought of one policy. */
async function listen(query = ''): Promise<(id: string) => readonly string[]> {
  const stream = await listenLive(port, asFirm, { query });
  onTestFinished(() => stream.close());
  return (id) => stream.frames.filter(({ data }) => data.subjectId === id).map(({ event }) => event);
}

async function draft(): Promise<string> {
  return (await asBureau.post('/api/policies', content)).json().policy.id;
}
const publish = (id: string, seen: number) => asBureau.post(`/api/policies/${id}/publication`, { seen });
const change = (id: string, seen: number) => asBureau.put(`/api/policies/${id}`, { ...content, seen });
const end = (id: string, seen: number) => asBureau.post(`/api/policies/${id}/ending`, { from: '2026-11-20', seen });

describe('the open policy page of a firm', () => {
  it('hears when a policy is published, comes anew and ends, though the firm is not found by it; a draft it never hears', async () => {
    const heard = await listen();
    const [id, silent] = [await draft(), await draft()];
    await publish(id, 1);
    await expect.poll(() => heard(id)).toEqual(['policy.changed']);
    await change(id, 2);
    await publish(id, 3);
    await expect.poll(() => heard(id)).toHaveLength(2);
    await end(id, 4);
    await expect.poll(() => heard(id)).toHaveLength(3);
    expect(heard(silent)).toEqual([]);
  });

  it('catches up after a break with what was published and ended meanwhile', async () => {
    const id = await draft();
    await publish(id, 1);
    await change(id, 2);
    await end(id, 3);
    const heard = await listen('?after=0');
    await expect.poll(() => heard(id)).toEqual(['policy.changed', 'policy.changed']);
  });

  it('is not told of it in the inbox: only what concerns the firm is news', async () => {
    const id = await draft();
    await publish(id, 1);
    const { entries } = (await asFirm.get('/api/inbox?limit=200')).json();
    expect(entries.filter(({ subjectId }: { subjectId: string }) => subjectId === id)).toEqual([]);
  });
});
