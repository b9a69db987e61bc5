import { newKey } from './loop-play.ts';
import { createTestApp, type TestApp, type TestClient } from './test-app.ts';
import { bureau, buyer, centreA, centreB, hrss, universityA } from './test-world.ts';

let number = 0;

/** A different wish each time, for the same words within ten minutes are a second tab. */
export const aQuestion = () => `碳纤维拉挤板材层间强度不够，寻求改进办法。第 ${++number} 批。`;

/** Two figures: one to be exceeded, one to lie in a range. */
export const aSheet = {
  targets: [
    { metric: '层间剪切强度', operator: '>=', value: 80, unit: 'MPa', method: 'GB/T 1450.1', environment: '23 ℃' },
    { metric: '纤维体积含量', operator: 'range', value: 58, upTo: 62, unit: '%' },
  ],
  ...{ trl: 6, budgetFen: 80_000_000, ipWish: 'joint' },
};

/** The firm sends a technology need in with its sheet. */
export async function submitTechnology(
  by: TestClient,
  wish: Readonly<Record<string, unknown>> = {},
): Promise<{ needId: string; caseId: string; text: string }> {
  const text = aQuestion();
  const body = { kind: 'technology', text, idempotencyKey: newKey(), ...aSheet, ...wish };
  const reply = await by.post('/api/needs', body);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return { needId: reply.json().need.id, caseId: reply.json().case.id, text: body.text };
}

/** The id of the body’s own copy of a need; undefined: it was not sent there. */
export async function sheetAskOf(body: TestClient, text: string): Promise<string | undefined> {
  const { asks } = (await body.get('/api/technology?limit=100')).json();
  return asks.find((ask: { id: string; text: string }) => ask.text === text)?.id;
}

/** Everything met, measured before the tests’ day. */
export const allMet = {
  items: [
    { target: 1, verdict: 'met', value: 86, evidence: '检测报告 2026-117', day: '2026-11-12' },
    { target: 2, verdict: 'met', value: 60.5, evidence: '检测报告 2026-118', day: '2026-11-12' },
  ],
};

/** One met, one not yet known. */
export const halfOpen = { items: [allMet.items[0], { target: 2, verdict: 'open' }] };

/** Everybody who takes part in a technology need, signed in. */
export interface SciencePlay {
  readonly world: TestApp;
  readonly firm: TestClient;
  readonly centre: TestClient;
  readonly otherCentre: TestClient;
  readonly university: TestClient;
  readonly desk: TestClient;
  readonly bureau: TestClient;
}

export async function playScience(): Promise<SciencePlay> {
  const world = await createTestApp({ settings: { limits: { idleMinutes: 5_000, absoluteHours: 500 } } });
  const as = ({ username }: { username: string }) => world.signIn(username);
  return {
    ...{ world, firm: await as(buyer), centre: await as(centreA), otherCentre: await as(centreB) },
    ...{ university: await as(universityA), desk: await as(hrss), bureau: await as(bureau) },
  };
}

/** Sent in to a body that answers for it at first, with the copies of those it went to; empty: it did not go there. */
export async function sendOut(
  { firm, centre, otherCentre, university }: SciencePlay,
  wish: Readonly<Record<string, unknown>> = {},
) {
  const sent = await submitTechnology(firm, { body: hrss.id, ...wish });
  const [askA = '', askB = '', askU = ''] = await Promise.all(
    [centre, otherCentre, university].map((body) => sheetAskOf(body, sent.text)),
  );
  return { ...sent, askA, askB, askU };
}

export const codeOf = (reply: { statusCode: number; json(): { code: string } }) => [
  reply.statusCode,
  reply.json().code,
];
export const take = (body: TestClient, ask: string) => body.post(`/api/technology/${ask}/taking`, {});
export const answer = (body: TestClient, ask: string, said: object = allMet) =>
  body.put(`/api/technology/${ask}/answer`, said);
export const compare = async (firm: TestClient, needId: string) =>
  (await firm.get(`/api/needs/${needId}/technology`)).json();
export const timeline = async (firm: TestClient, needId: string) =>
  (await firm.get(`/api/needs/${needId}/timeline`)).json();
