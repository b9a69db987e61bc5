import type { getTarget } from '@zhitong/contract/investment/target-contract';
import type { stepTarget } from '@zhitong/contract/investment/target-step-contract';
import type { z } from 'zod';
import type { TestClient } from './test-app.ts';

export type Step = z.input<typeof stepTarget.body & z.ZodType>;

/** Registers somebody who is not in the register. */
export async function registerNamed(client: TestClient, name: string, more: object = {}): Promise<string> {
  const reply = await client.post('/api/targets', { organisation: { name }, ...more });
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return reply.json().id;
}

export async function stepOn(client: TestClient, id: string, step: Step): Promise<void> {
  const reply = await client.post(`/api/targets/${id}/steps`, step as object);
  if (reply.statusCode !== 201) throw new Error(reply.body);
}

export async function targetOf(client: TestClient, id: string): Promise<z.output<typeof getTarget.reply>> {
  const reply = await client.get(`/api/targets/${id}`);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json();
}
