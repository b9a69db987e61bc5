import { pdf } from '@zhitong/domain/directory/evidence-samples';
import { expect, it } from 'vitest';
import { aProblem, enterHrssMatter } from '#testing/case-play';
import { newKey } from '#testing/loop-play';
import { allMet, answer, sheetAskOf, submitTechnology } from '#testing/technology-play';
import { createTestApp } from '#testing/test-app';
import { testCity, universityA } from '#testing/test-world';
import { upload } from '#testing/upload';
import { expireEvidence } from './evidence-job.ts';

it('deletes a file of a request that was never sent after a day; one that was sent stays', async () => {
  const world = await createTestApp({ settings: { limits: { idleMinutes: 5_000, absoluteHours: 500 } } });
  const firm = await world.signIn('firm.buyer');
  const matter = await enterHrssMatter(world);
  const handIn = async () =>
    (await upload(world, firm, { url: '/api/request-files', name: '合同.pdf', content: pdf })).json().id as string;
  const [lost, sent] = [await handIn(), await handIn()];
  const request = { kind: 'problem', text: aProblem(), matter, files: [sent], idempotencyKey: newKey() };
  expect((await firm.post('/api/needs', request)).statusCode).toBe(201);
  world.effects.pass(25 * 3_600_000);
  await expireEvidence({ database: world.database, city: testCity, effects: world.effects });
  expect((await firm.post(`/api/request-files/${lost}/links`)).statusCode).toBe(404);
  expect((await firm.post(`/api/request-files/${sent}/links`)).statusCode).toBe(201);
  await world.close();
});

it('keeps a file that proves an answer to a target sheet, when a day has gone by', async () => {
  const world = await createTestApp({ settings: { limits: { idleMinutes: 5_000, absoluteHours: 500 } } });
  const [firm, university] = [await world.signIn('firm.buyer'), await world.signIn(universityA.username)];
  const { text } = await submitTechnology(firm);
  const report = { url: '/api/request-files', name: '检测报告.pdf', content: pdf };
  const file: string = (await upload(world, university, report)).json().id;
  const [first, second] = allMet.items;
  const ask = (await sheetAskOf(university, text)) ?? '';
  expect((await answer(university, ask, { items: [{ ...first, file }, second] })).statusCode).toBe(200);
  world.effects.pass(25 * 3_600_000);
  await expireEvidence({ database: world.database, city: testCity, effects: world.effects });
  const { url } = (await firm.post(`/api/request-files/${file}/links`)).json();
  expect((await firm.get(url)).body).toContain('%PDF');
  await world.close();
});
