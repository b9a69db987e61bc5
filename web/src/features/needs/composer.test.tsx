import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { listProducts } from '@zhitong/contract/matching/product-contract';
import { parseNeed, publishNeed } from '@zhitong/contract/needs/need-contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeDisplay } from '#platform/display';
import { undoStore } from '#ui/undo';
import { ids, needText, parsed } from '../../testing/examples.ts';
import { type Asked, type FakeServer, startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { useComposer } from './composer.tsx';
import { ComposerScreen } from './composer-screen.tsx';

function Screen() {
  return <ComposerScreen composer={useComposer(undefined)} reach={<p>名单</p>} reachCount={6} />;
}

async function openComposer(server: FakeServer) {
  server.answer(listProducts, { products: [] });
  const drawn = await renderScreen(<Screen />, '/needs/new');
  return { ...drawn, field: await screen.findByLabelText('需求原文') };
}

const textOf = ({ body }: Asked) => (body as { text: string }).text;

describe('the need composer', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks once the typing has stood still for 150 ms, for the last text only', async () => {
    const server = startFakeServer().answer(parseNeed, parsed);
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: '急需' } });
    fireEvent.change(field, { target: { value: needText } });
    await screen.findByText('5 吨/天');
    expect(server.questions(parseNeed).map(textOf)).toEqual([needText]);
  });

  it('shows what it understood as chips and marks a guess to be confirmed', async () => {
    const { field } = await openComposer(startFakeServer().answer(parseNeed, parsed));
    fireEvent.change(field, { target: { value: needText } });
    expect(await screen.findByRole('button', { name: '产品 熔喷布' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '指标 BFE ≥ 95 % 请确认' })).toBeTruthy();
  });

  it('warns before an advert is sent that it will be kept back, and why, and counts nobody it would reach', async () => {
    const { field } = await openComposer(startFakeServer().answer(parseNeed, parsed));
    fireEvent.change(field, { target: { value: '本公司大量供应优质口罩，价格优惠，欢迎来电' } });
    expect(await screen.findByText(/像推销广告：发布后先暂缓，不送达供应商/)).toBeTruthy();
    expect(screen.getAllByText(/推销用语/).length).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: '发布' })).toBeTruthy();
    fireEvent.change(field, { target: { value: needText } });
    expect(await screen.findByRole('button', { name: '发布并通知 6 家' })).toBeTruthy();
    expect(screen.queryByText(/先暂缓/)).toBeNull();
  });

  it('removes a chip without touching the text, and publishes without it', async () => {
    const server = startFakeServer()
      .answer(parseNeed, parsed)
      .answer(publishNeed, { need: { id: ids.need, state: 'open' }, matched: 6, keptBack: false, case: null });
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: needText } });
    fireEvent.click(await screen.findByRole('button', { name: '去掉BFE ≥ 95 %' }));
    expect(screen.queryByText('BFE ≥ 95 %')).toBeNull();
    expect(field).toHaveProperty('value', needText);
    fireEvent.click(screen.getByRole('button', { name: '发布并通知 6 家' }));
    await waitFor(() => expect(server.questions(publishNeed)).toHaveLength(1));
    expect(server.questions(publishNeed)[0]?.body).toMatchObject({
      kind: 'sourcing',
      text: needText,
      chips: { limits: [] },
    });
  });

  it('says that this week ends today, on a Sunday after office hours, and leads to next week in one tap', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T18:10:00+08:00') });
    const quote = '本周交货';
    const today = {
      ...parsed,
      deadline: '2026-11-29',
      spans: [{ kind: 'deadline' as const, start: 0, end: 4, quote, guess: false }],
    };
    const server = startFakeServer()
      .answer(parseNeed, today)
      .answer(publishNeed, { need: { id: ids.need, state: 'open' }, matched: 6, keptBack: false, case: null });
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: `${quote}，熔喷布5吨/天` } });
    const warning = await screen.findByText(/“本周交货”读作今天，11月29日（周日）。/);
    expect(warning.textContent).toContain('今天就是本周最后一天');
    expect(warning.textContent).toContain('已过下班时间（17:00）');
    fireEvent.click(screen.getByRole('button', { name: '改为下周，12月6日前' }));
    expect(screen.getByRole('button', { name: '交货 12月6日（周日）前' })).toBeTruthy();
    expect(screen.queryByText(/读作今天/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '发布并通知 6 家' }));
    await waitFor(() =>
      expect(server.questions(publishNeed)[0]?.body).toMatchObject({ chips: { deadline: '2026-12-06' } }),
    );
  });

  it('says on a working day only that the day is today, and nothing of a later day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-25T09:00:00+08:00') });
    const server = startFakeServer().answer(parseNeed, { ...parsed, deadline: '2026-11-25' });
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: needText } });
    const warning = await screen.findByText(/最晚交货日期是今天，11月25日（周三）。/);
    expect(warning.textContent).not.toContain('本周');
    expect(warning.textContent).not.toContain('17:00');
    server.answer(parseNeed, { ...parsed, deadline: '2026-11-27' });
    fireEvent.change(field, { target: { value: `${needText}，周五前` } });
    await waitFor(() => expect(screen.queryByText(/最晚交货日期是今天/)).toBeNull());
  });

  it('opens the page of the new need and offers to take it back', async () => {
    const server = startFakeServer()
      .answer(parseNeed, parsed)
      .answer(publishNeed, { need: { id: ids.need, state: 'open' }, matched: 6, keptBack: false, case: null });
    const { field, router } = await openComposer(server);
    fireEvent.change(field, { target: { value: needText } });
    await screen.findByText('5 吨/天');
    fireEvent.click(screen.getByRole('button', { name: '发布并通知 6 家' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/needs/${ids.need}`));
    expect(undoStore.get()?.sentence).toBe('已发布，6 家已收到');
  });

  it('sends the same key again when the first try was refused, so that nothing is published twice', async () => {
    const server = startFakeServer()
      .answer(parseNeed, parsed)
      .refuse(publishNeed, 503, { code: 'platform.busy', message: '请稍后再试' });
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: needText } });
    await screen.findByText('5 吨/天');
    fireEvent.click(screen.getByRole('button', { name: '发布并通知 6 家' }));
    expect(await screen.findByText('请稍后再试')).toBeTruthy();
    expect(field).toHaveProperty('value', needText);
    fireEvent.click(screen.getByRole('button', { name: '发布并通知 6 家' }));
    await waitFor(() => expect(server.questions(publishNeed)).toHaveLength(2));
    const keys = server.questions(publishNeed).map(({ body }) => (body as { idempotencyKey: string }).idempotencyKey);
    expect(keys[0]).toBe(keys[1]);
  });

  it('leads to the need that was already published a minute ago', async () => {
    const server = startFakeServer()
      .answer(parseNeed, parsed)
      .refuse(publishNeed, 409, {
        code: 'needs.same',
        message: '您 1 分钟前发过同样的需求',
        details: { needId: ids.need },
      });
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: needText } });
    await screen.findByText('5 吨/天');
    fireEvent.click(screen.getByRole('button', { name: '发布并通知 6 家' }));
    expect((await screen.findByRole('link', { name: '打开它' })).getAttribute('href')).toBe(`/needs/${ids.need}`);
  });

  it('does not send on Enter while pinyin is being composed', async () => {
    const server = startFakeServer()
      .answer(parseNeed, parsed)
      .answer(publishNeed, { need: { id: ids.need, state: 'open' }, matched: 6, keptBack: false, case: null });
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: needText } });
    await screen.findByText('5 吨/天');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, keyCode: 229 });
    expect(server.questions(publishNeed)).toHaveLength(0);
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(server.questions(publishNeed)).toHaveLength(1));
  });

  it('refuses a text that is too long without sending it anywhere', async () => {
    const server = startFakeServer().answer(parseNeed, parsed);
    const { field } = await openComposer(server);
    fireEvent.change(field, { target: { value: '布'.repeat(1_048_576) } });
    expect(await screen.findByText(/这段有 1,048,576 字/)).toBeTruthy();
    expect(server.questions(parseNeed)).toHaveLength(0);
  });

  it('offers products that come near when none was recognised', async () => {
    const unknown = { ...parsed, products: [], spans: [], suggestions: [{ id: 'meltblown-cloth', name: '熔喷布' }] };
    const { field } = await openComposer(startFakeServer().answer(parseNeed, unknown));
    fireEvent.change(field, { target: { value: '要一种溶喷不' } });
    fireEvent.click(await screen.findByRole('button', { name: '熔喷布' }));
    expect(await screen.findByRole('button', { name: '产品 熔喷布' })).toBeTruthy();
  });

  it('keeps the text when language, theme and density change', async () => {
    const { field } = await openComposer(startFakeServer().answer(parseNeed, parsed));
    fireEvent.change(field, { target: { value: needText } });
    act(() => changeDisplay({ language: 'en', theme: 'dark', density: 'large' }));
    expect(await screen.findByLabelText('The need in your words')).toHaveProperty('value', needText);
  });

  it('brings the draft back after the page was closed', async () => {
    const first = await openComposer(startFakeServer().answer(parseNeed, parsed));
    fireEvent.change(first.field, { target: { value: needText } });
    first.unmount();
    const second = await openComposer(startFakeServer().answer(parseNeed, parsed));
    expect(second.field).toHaveProperty('value', needText);
  });
});
