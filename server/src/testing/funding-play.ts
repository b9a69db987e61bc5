import { submitProblem } from './case-play.ts';
import type { TestApp, TestClient } from './test-app.ts';
import { enterMatter } from './test-duties.ts';
import { hrss } from './test-world.ts';

let number = 0;

/** A different wish each time, for the same words within ten minutes are a second tab. */
export const aWish = () => `流动资金贷款 ${300 + ++number} 万元，一年期，用于备料。`;

/** The firm sends in a funding need and asks these banks at once. */
export function submitFunding(
  by: TestClient,
  wish: { banks?: readonly string[]; text?: string; matter?: string; body?: string } = {},
): Promise<{ needId: string; caseId: string }> {
  const { text = aWish(), ...rest } = wish;
  return submitProblem(by, { kind: 'funding', text, ...rest });
}

/** A funding matter on the duty table: the body that answers for it is the finance desk. */
export function enterFundingMatter(world: TestApp, title = '企业融资协调'): Promise<string> {
  return enterMatter(world, { ownerPostId: hrss.person.postId, title, list: 'funding' });
}

export const anOffer = {
  ...{ amountFen: 300_000_000, rateBp: 365, termMonths: 12, guarantee: 'credit', feesFen: 0 },
  validUntil: '2026-12-20',
};

/** The id of the bank’s own copy of a need. */
export async function askOf(bank: TestClient, text: string): Promise<string> {
  const { asks } = (await bank.get('/api/funding?limit=100')).json();
  const found = asks.find((ask: { id: string; text: string }) => ask.text === text);
  if (!found) throw new Error(`the bank was not asked: ${text}`);
  return found.id;
}
