import { createAccount } from '#features/directory/public';
import type { TestApp, TestClient } from './test-app.ts';
import { hire } from './test-duties.ts';
import { testCity, testWorldPassword } from './test-world.ts';

/** Somebody who answers for what the body of the tests says in public, signed in. */
export async function signInHead(world: TestApp, username = 'head.hrss'): Promise<TestClient> {
  const { personId } = await hire(await world.signIn('bureau'), { name: '演示-主', role: 'manager' });
  const account = { username, password: testWorldPassword, city: testCity, personId };
  await createAccount(world.database, world.effects, account);
  return world.signInAnew(username);
}

export const dormitory = {
  question: '员工宿舍用电能按居民价计费吗？',
  answer: '可以。凭宿舍用途证明向供电所申请，次月起按居民合表电价计费。',
  ...{ list: 'problem', validFrom: '2026-01-01', source: '供电营业规则' },
};

export async function draftArticle(client: TestClient, words: object = {}): Promise<string> {
  const reply = await client.post('/api/articles', { ...dormitory, ...words });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json().article.id;
}

export const publishVersion = (client: TestClient, id: string, ...[version = 1, more = {}]: [number?, object?]) =>
  client.post(`/api/articles/${id}/publication`, { version, ...more });
