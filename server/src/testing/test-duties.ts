import type { TestApp, TestClient } from './test-app.ts';
import { hrss } from './test-world.ts';

/** Somebody in a post of the body, entered by the bureau or whoever is given. */
export async function hire(
  by: TestClient,
  wish: {
    name: string;
    role?: string;
    body?: string;
    from?: string;
    to?: string;
    phone?: string;
    anotherPerson?: boolean;
  },
): Promise<{ postId: string; personId: string }> {
  const { body = hrss.id, role = 'handler', ...person } = wish;
  const reply = await by.post(`/api/organisations/${body}/people`, { role, ...person });
  if (reply.statusCode !== 201) throw new Error(`${wish.name}: ${reply.body}`);
  return { postId: reply.json().post.id, personId: reply.json().person.id };
}

let numbers = 9_000;

/** A matter on the table, entered by the bureau; answers its id. */
export async function enterMatter(
  world: TestApp,
  charge: {
    ownerPostId: string;
    deputyPostId?: string;
    bodyId?: string;
    from?: string;
    title?: string;
    list?: string;
    level?: string;
    next?: object;
  },
): Promise<string> {
  const { title = '员工宿舍用电价格', bodyId = hrss.id, ...named } = charge;
  const facts = { number: String(++numbers), title, list: 'problem', class: 'simple', level: 'city' };
  const bureau = await world.signIn('bureau');
  const reply = await bureau.post('/api/duties', { ...facts, words: ['电费太贵'], bodyId, ...named });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json().duty.id;
}
