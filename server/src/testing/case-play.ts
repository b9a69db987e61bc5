import { newKey } from './loop-play.ts';
import type { TestApp, TestClient } from './test-app.ts';
import { enterMatter } from './test-duties.ts';
import { hrss } from './test-world.ts';

let number = 0;

/** A different problem each time, for the same words within ten minutes are a second tab. */
export const aProblem = () => `员工宿舍用电按商业计价，能否改居民价？第 ${++number} 次反映。`;

/** A matter that the test body answers for, and a request of the buyer about it. */
export async function submitProblem(
  by: TestClient,
  wish: { matter?: string; body?: string; text?: string; kind?: string; listBy?: string } = {},
): Promise<{ needId: string; caseId: string }> {
  const { text = aProblem(), kind = 'problem', ...to } = wish;
  const reply = await by.post('/api/needs', { kind, text, idempotencyKey: newKey(), ...to });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return { needId: reply.json().need.id, caseId: reply.json().case.id };
}

/** On the duty table: the body's handler owns it. */
export function enterHrssMatter(world: TestApp): Promise<string> {
  return enterMatter(world, { ownerPostId: hrss.person.postId });
}

export const act = (client: TestClient, caseId: string, ...[action, body = {}]: [action: string, body?: object]) =>
  client.post(`/api/cases/${caseId}/actions`, { action, ...body });
