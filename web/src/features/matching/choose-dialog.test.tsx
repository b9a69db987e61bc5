import { act, fireEvent, screen, within } from '@testing-library/react';
import { chooseResponse, listNeedMatches } from '@zhitong/contract/matching/match-contract';
import { getNeed } from '@zhitong/contract/needs/need-contract';
import { describe, expect, it } from 'vitest';
import { refresh, useAsk } from '#platform/query';
import { Answered } from '#ui/states';
import { ids, match, need } from '../../testing/examples.ts';
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { ChooseSupplier } from './choose-dialog.tsx';
import { NeedMatches } from './need-matches.tsx';

const listed = { matches: [match], notes: [], model: 'zhitong-match 1' };
const chosen = { ...need, state: 'chosen' as const, allowed: [], deal: { id: ids.deal } };
const sentence = '该需求已于 11月21日 结束，不再接受报价';

/** The need page as far as choosing goes: redrawn whenever the need is asked for again. */
function NeedPage() {
  const asked = useAsk(getNeed, { params: { id: ids.need } });
  return (
    <Answered asked={asked}>
      {(reply) => (
        <>
          <ChooseSupplier need={reply.need} />
          <NeedMatches need={reply.need} />
        </>
      )}
    </Answered>
  );
}

async function openDialog(server: FakeServer, button: string) {
  server.answer(getNeed, { need }).answer(listNeedMatches, listed);
  const { client } = await renderScreen(<NeedPage />);
  fireEvent.click(await screen.findByRole('button', { name: button }));
  const dialog = within(await screen.findByRole('dialog'));
  /** What the live event does: the page asks again and learns that the choice is made. */
  const redraw = async () => {
    server.answer(getNeed, { need: chosen });
    await act(async () => refresh(client, getNeed, listNeedMatches));
    await dialog.findByRole('link', { name: '查看已建立的订单' });
  };
  return { dialog, redraw };
}

describe.each(['选定供应商', '选定这家'])('choosing by %s while somebody else was faster', (button) => {
  it('keeps the reason in place when the page is redrawn, until the person closes it', async () => {
    const server = startFakeServer().refuse(chooseResponse, 409, { code: 'needs.closed', message: sentence });
    const { dialog, redraw } = await openDialog(server, button);
    fireEvent.click(dialog.getByRole('button', { name: '确认选定' }));
    await dialog.findByText(sentence);
    await redraw();
    expect(dialog.getByRole('alert').textContent).toBe(sentence);
    expect(dialog.queryByRole('button', { name: '确认选定' })).toBeNull();
    fireEvent.click(dialog.getAllByRole('button', { name: '关闭' }).at(-1) ?? document.body);
    expect(await screen.findByText('符合 1 · 未知 1')).toBeTruthy();
    expect(screen.queryByRole('button', { name: button })).toBeNull();
  });

  it('says so in the open dialog before anything was pressed', async () => {
    const { dialog, redraw } = await openDialog(startFakeServer(), button);
    await redraw();
    expect(dialog.getByRole('alert').textContent).toBe('这条需求刚刚已结束，不能再选定供应商');
    expect(dialog.queryByRole('button', { name: '确认选定' })).toBeNull();
  });
});
