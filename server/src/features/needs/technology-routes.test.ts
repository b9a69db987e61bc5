import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, aProblem } from '#testing/case-play';
import { newKey, settle } from '#testing/loop-play';
import {
  answer,
  aQuestion,
  aSheet,
  codeOf,
  compare,
  halfOpen,
  playScience,
  type SciencePlay,
  sendOut,
  sheetAskOf,
  submitTechnology,
  take,
  timeline,
} from '#testing/technology-play';
import { enterMatter } from '#testing/test-duties';
import { buyer, centreA, centreB, hrss, universityA } from '#testing/test-world';

let play: SciencePlay;
const stranger = '01900000-0000-7000-8000-00000000dead';

beforeAll(async () => {
  play = await playScience();
});
afterAll(() => play.world.close());

const clock = async (caseId: string) => (await play.firm.get(`/api/clocks/${caseId}`)).json();
const send = async (more: object, kind = 'technology') =>
  codeOf(await play.firm.post('/api/needs', { kind, text: aQuestion(), idempotencyKey: newKey(), ...more }));

describe('a technology need with a target sheet', () => {
  it('reaches the centres and universities whose capabilities fit, each with the reason and a clock of its own', async () => {
    const { needId, askA, askU, text } = await sendOut(play);
    const { ask } = (await play.university.get(`/api/technology/${askU}`)).json();
    expect(ask).toMatchObject({
      ...{ text, state: 'open', light: 'green', asker: { id: buyer.id, name: buyer.name }, answer: null, lead: null },
      ...{ reasons: ['研究方向“碳纤维界面改性”与需求里的“碳纤维”相符'], allowed: ['answer'], taken: false },
      sheet: { trl: 6, budgetFen: 80_000_000, ipWish: 'joint' },
    });
    expect(ask.sheet.targets).toEqual([
      { ...aSheet.targets[0], upTo: null },
      { ...aSheet.targets[1], method: null, environment: null },
    ]);
    expect((await play.centre.get(`/api/technology/${askA}`)).json().ask.allowed).toEqual(['take', 'answer']);
    await settle(play.world);
    const { entries } = (await play.university.get('/api/inbox')).json();
    expect(entries.at(-1)).toMatchObject({ type: 'technology.sent', link: `/technology/${askU}` });
    const { sheet, bodies } = await compare(play.firm, needId);
    expect(sheet.targets).toHaveLength(2);
    expect(bodies.map(({ body }: { body: { id: string } }) => body.id).toSorted()).toEqual(
      [centreA.id, centreB.id, universityA.id].toSorted(),
    );
    expect((await timeline(play.firm, needId)).events.at(-1).text).toBe('目标表已送达 3 家创新平台和高校');
  });

  it('lies first with the body of the duty table, whoever it was sent to', async () => {
    const matter = await enterMatter(play.world, {
      ownerPostId: hrss.person.postId,
      title: '企业技术难题对接',
      list: 'technology',
    });
    const { caseId } = await submitTechnology(play.firm, { matter });
    expect((await clock(caseId)).accountable.id).toBe(hrss.id);
  });

  it('takes ≥ and ≤ for the signs of the table, and reads figures from the words where no sheet was written', async () => {
    const signs = await sendOut(play, { targets: [{ metric: '孔隙率', operator: '≤', value: 1, unit: '%' }] });
    expect((await compare(play.firm, signs.needId)).sheet.targets[0].operator).toBe('<=');
    const text = `碳纤维板材拉伸强度≥1800MPa，批次 ${newKey()}`;
    const read = await submitTechnology(play.firm, { text, targets: undefined });
    expect((await compare(play.firm, read.needId)).sheet.targets).toMatchObject([
      { metric: '拉伸强度', operator: '>=', value: 1800, unit: 'MPa' },
    ]);
  });

  it('says in words that nobody fits, and asks the bureau to find somebody, who sends it on by hand', async () => {
    const { needId, caseId, text } = await submitTechnology(play.firm, {
      ...{ text: `贝类净化水循环耗能太高，批次 ${newKey()}`, body: hrss.id },
      targets: [{ metric: '单位能耗', operator: '<=', value: 12, unit: 'kWh/t' }],
    });
    expect((await timeline(play.firm, needId)).events.at(-1).text).toBe(
      '没有方向相符的创新平台或高校，已请调度单位物色',
    );
    await settle(play.world);
    const { entries } = (await play.bureau.get('/api/inbox')).json();
    expect(entries.at(-1)).toMatchObject({ type: 'technology.nobody', link: `/cases/${caseId}` });
    const on = (by: SciencePlay['firm'], bodies: readonly string[]) =>
      by.post(`/api/cases/${caseId}/targets`, { bodies });
    expect(codeOf(await on(play.bureau, [hrss.id]))).toEqual([422, 'technology.not-an-answerer']);
    expect(codeOf(await on(play.bureau, [stranger]))).toEqual([422, 'technology.not-an-answerer']);
    expect((await on(play.bureau, [universityA.id])).json()).toEqual({ sent: 1 });
    expect(codeOf(await on(play.desk, [universityA.id]))).toEqual([422, 'technology.not-an-answerer']);
    expect((await on(play.desk, [centreA.id])).statusCode).toBe(201);
    expect(await sheetAskOf(play.university, text)).toBeDefined();
    expect((await play.desk.get(`/api/cases/${caseId}/targets`)).json()).toMatchObject({
      maySend: true,
      sent: [{ body: { id: universityA.id }, answered: false }, { body: { id: centreA.id } }],
    });
  });

  it('may come without a sheet, which the firm writes later, once', async () => {
    const { needId, askA, text } = await sendOut(play, { targets: null, trl: null, budgetFen: null, ipWish: null });
    expect(askA).toBe('');
    expect(await compare(play.firm, needId)).toMatchObject({ sheet: null, bodies: [], mayWrite: true });
    const write = (body: object) => play.firm.post(`/api/needs/${needId}/targets`, body);
    expect(codeOf(await write({ targets: [] }))).toEqual([422, 'technology.no-targets']);
    expect((await write(aSheet)).json()).toEqual({ sent: 3 });
    expect(codeOf(await write(aSheet))).toEqual([409, 'technology.sheet-there']);
    expect(await sheetAskOf(play.centre, text)).toBeDefined();
  });

  it('refuses each sheet that cannot stand, and leaves nothing behind', async () => {
    const one = { metric: '层间剪切强度', operator: '>=', value: 80, unit: 'MPa' };
    const total = async () => (await play.firm.get('/api/needs?list=technology')).json().total;
    const before = await total();
    const refused = [
      [{ targets: [] }, 'technology.no-targets'],
      [{ trl: 5 }, 'technology.no-targets'],
      [
        { targets: Array.from({ length: 21 }, (_none, at) => ({ ...one, metric: `指标 ${at}` })) },
        'technology.too-many-targets',
      ],
      [{ targets: [{ ...one, metric: ' ' }] }, 'technology.metric-missing'],
      [{ targets: [{ ...one, value: 1e15 }] }, 'technology.value-implausible'],
      [{ targets: [{ ...one, operator: 'range', upTo: 70 }] }, 'technology.range-impossible'],
      [{ targets: [{ ...one, operator: 'range' }] }, 'technology.range-impossible'],
      [{ targets: [{ ...one, unit: '很多' }] }, 'technology.unit-unknown'],
      [{ targets: [one, one] }, 'technology.target-twice'],
      [{ targets: [one, { ...one, operator: '<=', value: 60 }] }, 'technology.targets-contradict'],
      [{ targets: [one], trl: 10 }, 'technology.trl-out'],
      [{ targets: [one], trl: 0 }, 'technology.trl-out'],
      [{ targets: [one], budgetFen: -1 }, 'technology.budget-implausible'],
    ] as const;
    for (const [more, code] of refused) expect([code, await send(more)]).toEqual([code, [422, code]]);
    expect(await send({ ...aSheet, text: aProblem() }, 'problem')).toEqual([422, 'technology.targets-not-here']);
    expect(await send({ ...aSheet, text: '采购熔喷布 9 吨' }, 'sourcing')).toEqual([
      422,
      'technology.targets-not-here',
    ]);
    expect(await total()).toBe(before);
  });

  it('is no funding need, and a problem has no sheet', async () => {
    const reply = await play.firm.post('/api/needs', { kind: 'problem', text: aProblem(), idempotencyKey: newKey() });
    const { need, case: opened } = reply.json();
    const one = { targets: aSheet.targets };
    expect(codeOf(await play.firm.get(`/api/needs/${need.id}/technology`))).toEqual([409, 'technology.not-technology']);
    expect(codeOf(await play.firm.post(`/api/needs/${need.id}/targets`, one))).toEqual([
      409,
      'technology.not-technology',
    ]);
    expect(codeOf(await play.firm.get(`/api/cases/${opened.id}/targets`))).toEqual([409, 'technology.not-technology']);
  });
});

describe('taking a technology need over', () => {
  it('makes the centre answer for it from that instant, and moves no clock', async () => {
    const { needId, caseId, askA } = await sendOut(play);
    const before = await clock(caseId);
    const { ask } = (await take(play.centre, askA)).json();
    expect(ask).toMatchObject({ lead: { caseId }, allowed: ['answer'], taken: false });
    const after = await clock(caseId);
    expect([after.accountable.id, after.due, after.start]).toEqual([centreA.id, before.due, before.start]);
    const { events, holder, status } = await timeline(play.firm, needId);
    expect(events.at(-1).text).toBe(`${centreA.name}承接，由其主办，您的时限不变`);
    expect([holder.body.id, holder.person, status]).toEqual([centreA.id, centreA.person.name, 'handling']);
    expect((await play.centre.get(`/api/cases/${caseId}`)).json().case.allowed).toContain('hand-back');
    expect((await play.centre.get(`/api/cases/${caseId}/targets`)).json().sent).toHaveLength(1);
  });

  it('by two centres at once has one outcome and one clear refusal', async () => {
    const { caseId, askA, askB } = await sendOut(play);
    const replies = await Promise.all([take(play.centre, askA), take(play.otherCentre, askB)]);
    const codes = replies.map(({ statusCode }) => statusCode).toSorted();
    expect(codes).toEqual([200, 409]);
    const lost = replies.find(({ statusCode }) => statusCode === 409);
    const { accountable } = await clock(caseId);
    expect(lost?.json()).toMatchObject({ code: 'technology.taken-already', details: { body: accountable.name } });
    const other = accountable.id === centreA.id ? await play.otherCentre.get(`/api/technology/${askB}`) : undefined;
    if (other) expect(other.json().ask).toMatchObject({ taken: true, allowed: ['answer'] });
  });

  it('is refused to a university, to whoever has it, and when it is over', async () => {
    const { needId, caseId, askA, askB, askU } = await sendOut(play);
    expect(codeOf(await take(play.university, askU))).toEqual([409, 'technology.only-centres-take']);
    await take(play.centre, askA);
    expect(codeOf(await take(play.centre, askA))).toEqual([409, 'technology.yours-already']);
    await act(play.firm, caseId, 'withdraw');
    expect(codeOf(await take(play.otherCentre, askB))).toEqual([409, 'technology.over']);
    expect(codeOf(await answer(play.otherCentre, askB))).toEqual([409, 'technology.over']);
    expect((await play.otherCentre.get(`/api/technology/${askB}`)).json().ask).toMatchObject({
      state: 'over',
      allowed: [],
    });
    await settle(play.world);
    expect((await play.university.get('/api/inbox')).json().entries.at(-1).type).toBe('technology.ended');
    expect((await compare(play.firm, needId)).mayWrite).toBe(false);
  });

  it('is open again once the centre has handed it back, also to one that has answered', async () => {
    const { caseId, askA, askB } = await sendOut(play);
    await answer(play.otherCentre, askB, halfOpen);
    await take(play.centre, askA);
    await act(play.centre, caseId, 'hand-back', { reason: 'not-our-duty' });
    expect((await clock(caseId)).accountable.id).not.toBe(centreA.id);
    expect((await take(play.otherCentre, askB)).statusCode).toBe(200);
    expect((await clock(caseId)).accountable.id).toBe(centreB.id);
  });
});
