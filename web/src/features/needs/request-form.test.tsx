import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { readDraft } from '@zhitong/contract/needs/draft-contract';
import { listBanks } from '@zhitong/contract/needs/funding-contract';
import { parseNeed, publishNeed } from '@zhitong/contract/needs/need-contract';
import { type RouteReply, routeNeed } from '@zhitong/contract/needs/request-contract';
import { describe, expect, it } from 'vitest';
import { ids, parsed } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { type Composer, useComposer } from './composer.tsx';
import { ComposerScreen } from './composer-screen.tsx';
import { useRequestForm } from './request-form.tsx';

const proposal: RouteReply = {
  list: 'problem',
  candidates: [
    {
      body: { id: ids.supplier, name: '市发改委' },
      matter: '工商业与居民电价',
      duty: { id: ids.offer, number: '28' },
      list: 'problem',
      confidence: 0.93,
      reasons: ['事项名称里有“用电”'],
    },
  ],
  confident: true,
  desk: null,
  similar: [
    {
      need: { id: ids.match },
      title: '宿舍用水价格',
      status: 'handling',
      lead: '市水务局',
      at: '2026-11-20T09:00:00+08:00',
    },
  ],
  answers: [],
};

function Screen() {
  const composer = useComposer(undefined);
  return <ComposerScreen composer={composer} reach={<p>名单</p>} reachCount={0} request={useRequestForm(composer)} />;
}

function Drafted({ onDraw }: { onDraw: (composer: Composer) => void }) {
  const composer = useComposer(undefined);
  onDraw(composer);
  return <p>{composer.draft.value.text}</p>;
}

async function open(
  routed: RouteReply = proposal,
  draft: Parameters<typeof readDraft.reply.parse>[0] = { draft: null },
) {
  const server = startFakeServer()
    .answer(parseNeed, { ...parsed, products: [], spans: [] })
    .answer(routeNeed, routed)
    .answer(readDraft, readDraft.reply.parse(draft));
  await renderScreen(<Screen />, '/needs/new');
  return { server, field: await screen.findByLabelText('需求原文') };
}

const words = '员工宿舍用电按商业计价';

describe('one form for four lists', () => {
  it('proposes list and body with reasons, confidence in words, and what is open already', async () => {
    const { field } = await open();
    fireEvent.change(field, { target: { value: words } });
    expect(await screen.findByText('很可能')).toBeTruthy();
    expect(screen.getByLabelText('问题诉求')).toHaveProperty('checked', true);
    expect(screen.getByText('把握 93 %')).toBeTruthy();
    expect(screen.getByText('宿舍用水价格')).toBeTruthy();
    expect(screen.getByText(/还可以写明：/)).toBeTruthy();
  });

  it('draws no composer of goods before a list is chosen for words no list is seen in, and says what to do', async () => {
    const { field } = await open({ ...proposal, list: null, candidates: [], confident: false, desk: '由调度单位来定' });
    fireEvent.change(field, { target: { value: 'asdf qwer zz' } });
    expect(await screen.findByText('请先在上面选一张清单，才能提交')).toBeTruthy();
    expect(screen.queryByText('名单')).toBeNull();
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull();
    fireEvent.click(screen.getByLabelText('问题诉求'));
    expect(await screen.findByRole('button', { name: /^提交/ })).toBeTruthy();
  });

  it('says exactly who will read it, the banks that are asked among them', async () => {
    const { field, server } = await open({ ...proposal, list: 'funding' });
    server.answer(listBanks, { banks: [{ id: ids.match, name: '演示银行' }], atMost: 3 });
    fireEvent.change(field, { target: { value: '想贷款200万元，一年期' } });
    expect(await screen.findByText('谁能看到：您的企业、承办单位和调度单位')).toBeTruthy();
    expect(screen.getByLabelText('额度（万元）')).toHaveProperty('value', '200');
    fireEvent.click(await screen.findByRole('checkbox', { name: '演示银行' }));
    expect(await screen.findByText(/调度单位，还有您选的 1 家银行/)).toBeTruthy();
  });

  it('keeps the text, and the field itself, when another list is chosen', async () => {
    const { field } = await open();
    fireEvent.change(field, { target: { value: words } });
    await screen.findByText('很可能');
    fireEvent.click(screen.getByLabelText('配套需求'));
    await screen.findByText('名单');
    expect(screen.getByLabelText('需求原文')).toBe(field);
    expect(field).toHaveProperty('value', words);
  });

  it('is sent to the bureau when nobody knows whom to ask', async () => {
    const desk = '没有把握，由调度单位人工分派';
    const { server, field } = await open({ ...proposal, candidates: [], confident: false, desk });
    server.answer(publishNeed, {
      need: { id: ids.need, state: 'open' },
      matched: 0,
      keptBack: false,
      case: { id: ids.deal },
    });
    fireEvent.change(field, { target: { value: words } });
    expect(await screen.findByLabelText('不知道该找谁？照发，调度单位来定')).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(server.questions(publishNeed)).toHaveLength(1));
    expect(server.questions(publishNeed)[0]?.body).toMatchObject({ kind: 'problem', text: words, files: [] });
  });

  it('leads to the twin that was sent a minute ago', async () => {
    const { server, field } = await open();
    const message = '您 1 分钟前发过同样的需求';
    server.refuse(publishNeed, 409, { code: 'needs.same-need', message, details: { needId: ids.need } });
    fireEvent.change(field, { target: { value: words } });
    fireEvent.click(await screen.findByRole('button', { name: '提交给市发改委' }));
    await screen.findByText(message);
    expect(screen.getAllByRole('link', { name: '打开它' }).map((link) => link.getAttribute('href'))).toContain(
      `/needs/${ids.need}`,
    );
  });

  it('sends what stands here as another need once it was told that its key had sent other words', async () => {
    const { server, field } = await open();
    const message = '这份草稿 3 分钟前已发出，当时写的是别的内容';
    server.refuse(publishNeed, 409, { code: 'needs.key-used', message, details: { needId: ids.need } });
    fireEvent.change(field, { target: { value: words } });
    fireEvent.click(await screen.findByRole('button', { name: '提交给市发改委' }));
    await screen.findByText(message);
    fireEvent.click(screen.getByRole('button', { name: '提交给市发改委' }));
    await waitFor(() => expect(server.questions(publishNeed)).toHaveLength(2));
    const [first, second] = server.questions(publishNeed).map(({ body }) => body as { idempotencyKey: string });
    expect(second).toMatchObject({ text: words });
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey);
  });

  it('takes words that name a product, and are for nobody in particular, as a need to buy it', async () => {
    const { server, field } = await open({ ...proposal, candidates: [], confident: false });
    server.answer(parseNeed, parsed);
    fireEvent.change(field, { target: { value: '熔喷布 5 吨/天' } });
    await waitFor(() => expect(screen.getByLabelText('配套需求')).toHaveProperty('checked', true));
    expect(await screen.findByRole('button', { name: '产品 熔喷布' })).toBeTruthy();
  });

  it('takes words that are mostly goods and amounts as a need to buy them, whatever matter they resemble', async () => {
    const { server, field } = await open();
    server.answer(parseNeed, parsed);
    fireEvent.change(field, { target: { value: '急需熔喷布5吨/天，BFE≥95' } });
    await waitFor(() => expect(screen.getByLabelText('配套需求')).toHaveProperty('checked', true));
  });

  it('goes on with what was begun on another device when nothing is written here', async () => {
    const body = { text: '手机上写的', list: null, edits: {}, key: 'key-of-the-phone' };
    const draft = { body, device: 'phone' as const, deviceKey: 'another-device', at: '2026-11-23T14:02:00+08:00' };
    const { field } = await open(proposal, { draft });
    await waitFor(() => expect(field).toHaveProperty('value', '手机上写的'));
  });

  it('keeps the words typed in the very moment in which the draft of another device arrives', async () => {
    let composer: Composer | undefined;
    const take = (drawn: Composer) => {
      composer = drawn;
    };
    await renderScreen(<Drafted onDraw={take} />, '/needs/new');
    const body = { text: '手机上写的', list: null, edits: {}, key: 'key-of-the-phone' };
    act(() => {
      composer?.setText('刚刚写下的');
      composer?.begin(body);
    });
    expect(await screen.findByText('刚刚写下的')).toBeTruthy();
    act(() => composer?.adopt(body));
    expect(await screen.findByText('手机上写的')).toBeTruthy();
  });
});
