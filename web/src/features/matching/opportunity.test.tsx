import { fireEvent, screen, waitFor } from '@testing-library/react';
import { respond } from '@zhitong/contract/matching/match-contract';
import { listOffers, type Offer, updateOffer } from '@zhitong/contract/matching/offer-contract';
import { getOpportunity } from '@zhitong/contract/matching/opportunity-contract';
import { describe, expect, it } from 'vitest';
import { ids, opportunity } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { emptyOffer } from './offer-fields.ts';
import { OpportunityDetail } from './opportunity-detail.tsx';

const lastQuote = { priceFen: 2_100_000, unit: '吨', at: opportunity.createdAt };

describe('the supplier answers', () => {
  it('with a quote that is filled but for the days, which only the supplier can promise', async () => {
    const server = startFakeServer()
      .answer(getOpportunity, { ...opportunity, lastQuote })
      .answer(respond, { response: { id: ids.response } });
    await renderScreen(<OpportunityDetail id={ids.match} />);
    fireEvent.click(await screen.findByRole('button', { name: '能做，报价' }));
    const days = await screen.findByLabelText('几天交货');
    expect(days).toHaveProperty('value', '');
    fireEvent.click(screen.getByRole('button', { name: '发送报价' }));
    expect(await screen.findAllByText('请填几天能交货，0 表示当天')).toHaveLength(2);
    expect(server.questions(respond)).toHaveLength(0);
    fireEvent.change(days, { target: { value: '4' } });
    fireEvent.click(screen.getByRole('button', { name: '发送报价' }));
    await waitFor(() =>
      expect(server.questions(respond)[0]?.body).toEqual({ priceFen: 2_100_000, unit: '吨', quantity: 5, leadDays: 4 }),
    );
  });

  it('is told on top and beside the field what to correct', async () => {
    const server = startFakeServer().answer(getOpportunity, opportunity);
    await renderScreen(<OpportunityDetail id={ids.match} />);
    fireEvent.click(await screen.findByRole('button', { name: '能做，报价' }));
    fireEvent.change(await screen.findByLabelText('数量'), { target: { value: '' } });
    fireEvent.click(screen.getByRole('button', { name: '发送报价' }));
    const summary = await screen.findByRole('alert');
    expect(summary.textContent).toContain('有 3 处需要修改');
    expect(document.activeElement).toBe(summary);
    expect(screen.getAllByText('单价要大于 0')).toHaveLength(2);
    expect(server.questions(respond)).toHaveLength(0);
  });

  it('with a coded no in one tap', async () => {
    const server = startFakeServer()
      .answer(getOpportunity, opportunity)
      .answer(respond, { response: { id: ids.response } });
    await renderScreen(<OpportunityDetail id={ids.match} />);
    fireEvent.click(await screen.findByRole('button', { name: /做不了/ }));
    fireEvent.click(await screen.findByRole('menuitem', { name: '产能已满' }));
    await waitFor(() => expect(server.questions(respond)[0]?.body).toEqual({ declined: 'capacity' }));
  });

  it('reads why it was not chosen as a fact, with a hint', async () => {
    const rejection = { code: 'lead-time', at: opportunity.createdAt } as const;
    startFakeServer().answer(getOpportunity, { ...opportunity, state: 'not-chosen', rejection, sameReason: 3 });
    await renderScreen(<OpportunityDetail id={ids.match} />);
    expect(await screen.findByText('未选原因：交货期')).toBeTruthy();
    expect(screen.getByText('近半年因交货期未选 3 次')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '能做，报价' })).toBeNull();
  });

  it('fills an asked fact on the spot, and the offer keeps it', async () => {
    const limit = { name: '克重', op: '<=', value: 25, unit: 'g/m²' } as const;
    const reason = {
      code: 'limit.unknown',
      verdict: 'unknown',
      params: { name: '克重', low: null, high: null },
      text: '未知 克重',
    } as const;
    const offer: Offer = {
      ...emptyOffer,
      ...{ id: ids.offer, productText: '熔喷布', product: null, source: 'demo', missing: ['克重'] },
      publishedAt: opportunity.createdAt,
    };
    const asked = { ...opportunity, need: { ...opportunity.need, limits: [limit] }, reasons: [reason] };
    const server = startFakeServer()
      .answer(getOpportunity, asked)
      .answer(listOffers, { total: 1, offers: [offer] })
      .answer(updateOffer, { offer });
    await renderScreen(<OpportunityDetail id={ids.match} />);
    expect(await screen.findByText('您没登记克重（要求 ≤ 25 g/m²）')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '填写' }));
    fireEvent.change(await screen.findByLabelText('克重 的实际数值'), { target: { value: '23' } });
    await waitFor(() => expect(screen.getByRole('button', { name: '记入我的供给' })).toHaveProperty('disabled', false));
    fireEvent.click(screen.getByRole('button', { name: '记入我的供给' }));
    await waitFor(() =>
      expect(server.questions(updateOffer)[0]?.body).toMatchObject({
        limits: [{ name: '克重', low: 23, high: 23, unit: 'g/m²' }],
      }),
    );
  });
});
