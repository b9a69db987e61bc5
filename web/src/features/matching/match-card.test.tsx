import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { listNeedMatches, rejectMatch, shortlistMatch } from '@zhitong/contract/matching/match-contract';
import { describe, expect, it } from 'vitest';
import { match, need } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { NeedMatches } from './need-matches.tsx';

const listed = { matches: [match], notes: [], model: 'zhitong-match 1' };

describe('a supplier on the need page', () => {
  it('says what is met and what is unknown, and never counts unknown as no', async () => {
    startFakeServer().answer(listNeedMatches, listed);
    await renderScreen(<NeedMatches need={need} />);
    expect(await screen.findByText('符合 1 · 未知 1')).toBeTruthy();
    expect(screen.getByText('联系人：双方同意后显示')).toBeTruthy();
  });

  it('opens the score as parts that sum to the number', async () => {
    startFakeServer().answer(listNeedMatches, listed);
    await renderScreen(<NeedMatches need={need} />);
    fireEvent.click(await screen.findByRole('button', { name: '为什么' }));
    const panel = await screen.findByRole('dialog');
    const points = within(panel)
      .getAllByRole('cell')
      .map(({ textContent }) => /^([\d.]+) \/ /.exec(textContent ?? '')?.[1])
      .filter((value) => value !== undefined)
      .map(Number);
    expect(points.reduce((sum, value) => sum + value, 0)).toBe(match.score);
    expect(within(panel).getByText('评分版本 zhitong-match 1')).toBeTruthy();
  });

  it('takes the wish back and says why when the server refuses', async () => {
    startFakeServer()
      .answer(listNeedMatches, listed)
      .refuse(shortlistMatch, 409, { code: 'matching.closed', message: '该需求已于 11月21日 结束，不再接受报价' });
    await renderScreen(<NeedMatches need={need} />);
    const button = await screen.findByRole('button', { name: '列入候选' });
    fireEvent.click(button);
    expect(await screen.findByText('该需求已于 11月21日 结束，不再接受报价')).toBeTruthy();
    expect(screen.getByRole('button', { name: '列入候选' }).getAttribute('aria-pressed')).toBe('false');
  });

  it('declines with a coded reason in one tap', async () => {
    const server = startFakeServer()
      .answer(listNeedMatches, listed)
      .answer(rejectMatch, { rejection: { code: 'lead-time', at: need.publishedAt } });
    await renderScreen(<NeedMatches need={need} />);
    fireEvent.click(await screen.findByRole('button', { name: /不选，说明原因/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: '交货期' }));
    await waitFor(() => expect(server.questions(rejectMatch)[0]?.body).toEqual({ code: 'lead-time' }));
  });

  it('draws no button that is not allowed now', async () => {
    startFakeServer().answer(listNeedMatches, listed);
    await renderScreen(<NeedMatches need={{ ...need, state: 'withdrawn', allowed: [] }} />);
    await screen.findByText('符合 1 · 未知 1');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['为什么']);
  });
});
