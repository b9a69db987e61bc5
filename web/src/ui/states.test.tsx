import { act, fireEvent, screen } from '@testing-library/react';
import { getNeed } from '@zhitong/contract/needs/need-contract';
import { describe, expect, it, vi } from 'vitest';
import { changeDisplay } from '#platform/display';
import { useAsk } from '#platform/query';
import { ids, need } from '../testing/examples.ts';
import { startFakeServer } from '../testing/fake-server.ts';
import { renderScreen } from '../testing/render-screen.tsx';
import { Answered, Empty, EmptyFiltered, OfflineStrip } from './states.tsx';

function Question() {
  const asked = useAsk(getNeed, { params: { id: ids.need } });
  return <Answered asked={asked}>{({ need: found }) => <p>{found.text}</p>}</Answered>;
}

describe('the designed states of a question to the server', () => {
  it('shows a skeleton, and says after five seconds that the network is slow', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    startFakeServer().hang(getNeed);
    await renderScreen(<Question />);
    expect(screen.getByRole('status')).toHaveProperty('textContent', '正在取数据');
    await act(() => vi.advanceTimersByTimeAsync(5_100));
    expect(screen.getByText('还在取数据，网络较慢')).toBeTruthy();
    vi.useRealTimers();
  });

  it('says calmly, without an alarm, what is not shown to somebody who looks on', async () => {
    const message = '此人在这里能看到内容。以他人视角查看时不显示，因为您自己的岗位不能看';
    startFakeServer().refuse(getNeed, 403, { code: 'platform.viewing-withheld', message });
    await renderScreen(<Question />);
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows the rows', async () => {
    startFakeServer().answer(getNeed, { need });
    await renderScreen(<Question />);
    expect(await screen.findByText(need.text)).toBeTruthy();
  });

  it('does not tell a missing record from a foreign one', async () => {
    startFakeServer().refuse(getNeed, 404, { code: 'platform.not-found', message: 'x' });
    await renderScreen(<Question />);
    expect(await screen.findByText('没有这条记录，或者您不在可见范围内')).toBeTruthy();
  });

  it('shows the sentence of a refusal in place', async () => {
    startFakeServer().refuse(getNeed, 409, { code: 'needs.closed', message: '该需求已于 11月21日 结束，不再接受报价' });
    await renderScreen(<Question />);
    expect((await screen.findByRole('alert')).textContent).toBe('该需求已于 11月21日 结束，不再接受报价');
  });

  it('says that it failed, with a number to quote and a way to try again', async () => {
    const server = startFakeServer().refuse(getNeed, 500, { code: 'platform.failed', message: '' });
    await renderScreen(<Question />);
    const retry = await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 });
    expect(screen.getByRole('alert').textContent).toContain('编号 A1B2C3D4');
    server.answer(getNeed, { need });
    fireEvent.click(retry);
    expect(await screen.findByText(need.text)).toBeTruthy();
  });

  it('offers another try while the database is away, with the sentence of the server', async () => {
    const server = startFakeServer().refuse(getNeed, 503, {
      code: 'platform.database-away',
      message: '数据库暂时连不上，您填的内容还在。请稍后重试',
    });
    await renderScreen(<Question />);
    const retry = await screen.findByRole('button', { name: '重试' });
    expect(screen.getByRole('alert').textContent).toContain('数据库暂时连不上');
    server.answer(getNeed, { need });
    fireEvent.click(retry);
    expect(await screen.findByText(need.text)).toBeTruthy();
  });

  it('has one sentence and one action when nothing is there yet', async () => {
    await renderScreen(<Empty sentence="还没有需求" action={<button type="button">发布需求</button>} />);
    expect(screen.getByText('还没有需求')).toBeTruthy();
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('offers to clear the filter when the filter leaves nothing over', async () => {
    const clear = vi.fn();
    await renderScreen(<EmptyFiltered onClear={clear} />);
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(clear).toHaveBeenCalledOnce();
  });

  it('says that the device is offline and the draft is kept, in the language of the reader', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await renderScreen(<OfflineStrip />);
    expect(screen.getByText('已离线，草稿存在本机，联网后由您确认再发')).toBeTruthy();
    act(() => changeDisplay({ language: 'en' }));
    expect(screen.getByText(/^Offline\. The draft is on this device/)).toBeTruthy();
    vi.restoreAllMocks();
  });
});
