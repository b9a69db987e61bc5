import { screen } from '@testing-library/react';
import { getHome, type HomeRow } from '@zhitong/contract/matching/home-contract';
import { getOpportunity } from '@zhitong/contract/matching/opportunity-contract';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ids, opportunity } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Home } from './home.tsx';
import { OpportunityDetail } from './opportunity-detail.tsx';

const deadline = '2026-11-29';

describe('the time that is left', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is counted to one and the same end, that of the delivery day, on the home page and with the need', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T08:00:00+08:00') });
    const row = {
      kind: 'opportunity-to-answer',
      subject: '熔喷布 5 吨/天',
      count: 1,
      firm: '威海甲渔具有限公司（演示）',
      light: 'yellow',
      due: '2026-11-29T16:00:00.000Z',
      link: `/opportunities/${ids.match}`,
    } as const satisfies HomeRow;
    startFakeServer()
      .answer(getHome, {
        ...{ waiting: [row], waitingTotal: 1, recent: [] },
        figures: { openNeeds: 0, lists: [], openOpportunities: 1, countedFen: 0 },
      })
      .answer(getOpportunity, { ...opportunity, need: { ...opportunity.need, deadline } });
    await renderScreen(
      <>
        <Home bureau={false} />
        <OpportunityDetail id={ids.match} />
      </>,
    );
    expect(await screen.findByText('威海甲渔具有限公司（演示）')).toBeTruthy();
    const both = await screen.findAllByText('还剩 16 小时');
    expect(both).toHaveLength(2);
    for (const { parentElement } of both)
      expect(parentElement?.textContent).toContain('时限为交货日结束 11月29日 24:00');
  });
});
