import { pdf } from '@zhitong/domain/directory/evidence-samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settle } from '#testing/loop-play';
import {
  allMet,
  answer,
  aSheet,
  codeOf,
  compare,
  halfOpen,
  playScience,
  type SciencePlay,
  sendOut,
  take,
  timeline,
} from '#testing/technology-play';
import { bankA, centreA, centreB, tackle, universityA } from '#testing/test-world';
import { upload } from '#testing/upload';

let play: SciencePlay;
const stranger = '01900000-0000-7000-8000-00000000dead';

beforeAll(async () => {
  play = await playScience();
});
afterAll(() => play.world.close());

describe('an answer to a target sheet', () => {
  it('of a helper stands in the history once, and side by side with the others for the firm', async () => {
    const { needId, askA, askU } = await sendOut(play);
    expect((await answer(play.university, askU)).json().ask).toMatchObject({ state: 'answered', earlier: [] });
    play.world.effects.pass(60_000);
    await answer(play.centre, askA, halfOpen);
    const { bodies } = await compare(play.firm, needId);
    expect(bodies).toMatchObject([
      { body: { id: universityA.id }, kind: 'university', answer: { items: [{ value: 86 }, { verdict: 'met' }] } },
      {
        body: { id: centreA.id },
        kind: 'centre',
        answer: { items: [{ verdict: 'met' }, { verdict: 'open', value: null }] },
      },
      { body: { id: centreB.id }, answer: null, changes: 0 },
    ]);
    const told = (await timeline(play.firm, needId)).events.map(({ text }: { text: string }) => text);
    expect(told).toContain(`${universityA.name}逐项应答`);
    expect((await timeline(play.firm, needId)).mayConfirm).toBe(false);
  });

  it('of the centre in charge that leaves nothing open is the answer the firm has the word on', async () => {
    const { needId, caseId, askA } = await sendOut(play);
    await take(play.centre, askA);
    await answer(play.centre, askA, halfOpen);
    expect((await timeline(play.firm, needId)).status).toBe('handling');
    await answer(play.centre, askA);
    const seen = await timeline(play.firm, needId);
    expect([seen.status, seen.mayConfirm]).toEqual(['answered', true]);
    expect(seen.events.at(-1).said).toBe('逐项应答：2 项全部达到。');
    const confirmed = await play.firm.post(`/api/needs/${needId}/confirmation`, { solved: true });
    expect(confirmed.json().case).toEqual({ id: caseId, status: 'solved' });
  });

  it('may be changed, and what stood before is kept', async () => {
    const { needId, askU } = await sendOut(play);
    await answer(play.university, askU, halfOpen);
    const { ask } = (await answer(play.university, askU, { ...allMet, note: '补做了第二组试样' })).json();
    expect(ask.answer).toMatchObject({ note: '补做了第二组试样', by: universityA.person.name });
    expect(ask.earlier).toMatchObject([{ items: [{ verdict: 'met' }, { verdict: 'open' }] }]);
    expect((await compare(play.firm, needId)).bodies[0]).toMatchObject({
      changes: 1,
      answer: { note: '补做了第二组试样' },
    });
    await settle(play.world);
    const last = (await play.firm.get('/api/inbox')).json().entries.at(-1);
    expect(last).toMatchObject({ type: 'technology.answered', link: `/needs/${needId}` });
  });

  it('is refused where a target is left out, claimed without evidence, or says what its value denies', async () => {
    const { askU } = await sendOut(play);
    const [first, second] = allMet.items;
    const said = async (...items: readonly unknown[]) => codeOf(await answer(play.university, askU, { items }));
    const refused = [
      [[first], 'technology.answer-incomplete'],
      [[first, second, { target: 3, verdict: 'open' }], 'technology.unknown-target'],
      [[first, second, second], 'technology.unknown-target'],
      [
        [
          { target: 1, verdict: 'open' },
          { target: 2, verdict: 'open' },
        ],
        'technology.nothing-answered',
      ],
      [[{ ...first, value: null }, second], 'technology.value-missing'],
      [[{ ...first, evidence: ' ' }, second], 'technology.evidence-missing'],
      [[{ ...first, day: null }, second], 'technology.evidence-missing'],
      [[{ target: 1, verdict: 'not-met' }, second], 'technology.evidence-missing'],
      [[{ ...first, day: '2999-01-01' }, second], 'technology.day-ahead'],
      [[{ ...first, value: 79 }, second], 'technology.value-short'],
      [[{ ...first, verdict: 'not-met' }, second], 'technology.value-enough'],
      [[{ ...first, file: stranger }, second], 'needs.file-gone'],
    ] as const;
    for (const [items, code] of refused) expect([code, (await said(...items))[1]]).toEqual([code, code]);
    expect((await play.university.get(`/api/technology/${askU}`)).json().ask.answer).toBeNull();
  });

  it('is seen by the firm and its giver alone: no other answerer, no handler, not the bureau', async () => {
    const { needId, caseId, askA, askU } = await sendOut(play);
    await answer(play.university, askU, { ...allMet, note: '暗号' });
    await take(play.centre, askA);
    for (const other of [play.centre, play.otherCentre, play.desk, play.bureau])
      for (const path of [
        ...[`/api/technology/${askU}`, `/api/needs/${needId}/technology`, `/api/cases/${caseId}/targets`],
        ...[`/api/cases/${caseId}`, '/api/technology?limit=100'],
      ])
        expect((await other.get(path)).body).not.toContain('暗号');
    expect((await play.otherCentre.get(`/api/technology/${askU}`)).statusCode).toBe(404);
    expect((await answer(play.otherCentre, askU)).statusCode).toBe(404);
    expect((await take(play.otherCentre, askU)).statusCode).toBe(404);
    expect((await compare(play.firm, needId)).bodies[0].answer.note).toBe('暗号');
  });

  it('is for centres and universities: a bank, a firm and an officer are turned away', async () => {
    const { needId, caseId, askU } = await sendOut(play);
    const [asBank, asTackle] = [await play.world.signIn(bankA.username), await play.world.signIn(tackle.username)];
    for (const other of [asBank, asTackle, play.bureau]) {
      expect([403, 404]).toContain((await answer(other, askU)).statusCode);
      expect([403, 404]).toContain((await take(other, askU)).statusCode);
    }
    expect((await asTackle.get(`/api/needs/${needId}/technology`)).statusCode).toBe(404);
    expect((await asTackle.post(`/api/needs/${needId}/targets`, aSheet)).statusCode).toBe(404);
    expect([403, 404]).toContain(
      (await asBank.post(`/api/cases/${caseId}/targets`, { bodies: [centreA.id] })).statusCode,
    );
    expect((await asBank.get('/api/technology')).json().asks).toEqual([]);
  });

  it('carries a file that the firm may open, and no other body', async () => {
    const { caseId, askA, askU } = await sendOut(play);
    const file = { url: '/api/request-files', name: '检测报告.pdf', content: pdf };
    const handed: string = (await upload(play.world, play.university, file)).json().id;
    const [first, second] = allMet.items;
    const said = { items: [{ ...first, file: handed }, second] };
    const { ask } = (await answer(play.university, askU, said)).json();
    expect(ask.answer.items[0].file).toMatchObject({ id: handed, name: '检测报告.pdf' });
    expect(codeOf(await answer(play.centre, askA, said))).toEqual([422, 'needs.file-gone']);
    await take(play.centre, askA);
    const link = (by: SciencePlay['firm']) => by.post(`/api/request-files/${handed}/links`, {});
    expect((await link(play.firm)).statusCode).toBe(201);
    expect((await link(play.university)).statusCode).toBe(201);
    expect((await link(play.centre)).statusCode).toBe(404);
    expect((await link(play.desk)).statusCode).toBe(404);
    expect((await play.centre.get(`/api/cases/${caseId}`)).json().case.files).toEqual([]);
    const { url } = (await link(play.firm)).json();
    expect((await play.firm.get(url)).body).toContain('%PDF');
  });
});
