import { screen, waitFor } from '@testing-library/react';
import { getMergeLinks } from '@zhitong/contract/directory/merge-contract';
import { getOrganisation, type Organisation } from '@zhitong/contract/directory/organisation-contract';
import { type Deal, listDeals } from '@zhitong/contract/matching/deal-contract';
import { listNeeds } from '@zhitong/contract/needs/need-contract';
import type { PostRole } from '@zhitong/domain/directory/organisation';
import { describe, expect, it } from 'vitest';
import { OrganisationScreen } from '#features/directory/organisation-screen';
import type { Viewer } from '#features/directory/session';
import { ids, need } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { ViewerContext } from '../viewer-context.tsx';
import { useTrade } from './organisation-page.tsx';

const origin = { source: '企业自报', asOf: '2026-11-01', level: 'self-declared' as const };
const firm: Organisation = {
  ...{ id: ids.buyer, kind: 'enterprise', name: '威海康护医疗器械有限公司（演示）', shortName: null, nameEn: null },
  ...{ creditCode: null, code: null, parent: null, city: { code: '371000', name: '威海市' }, region: null },
  ...{ registeredAddress: null, workingAddress: null, duty: null, demo: true, version: 4, industry: null, size: null },
  ...{ registeredOnly: false, since: null, children: 0, origins: [], offers: [], offerCount: 0, ...origin },
  record: { deliveries: 0, onTime: 0 },
  capabilities: [],
  ownCertificates: [
    {
      ...{ id: ids.supplier, name: 'ISO 13485', number: '演示-1', issuer: null, validFrom: null },
      ...{ validUntil: '2099-05-01', ...origin },
    },
  ],
  memberships: [],
};
const deal: Deal = {
  ...{ id: ids.deal, need: { id: ids.need }, product: '熔喷布', buyer: need.organisation, side: 'none', steps: [] },
  seller: { id: ids.supplier, name: '威海净川熔喷材料有限公司（演示）' },
  agreed: { quantity: 5, unit: '吨', priceFen: 2_100_000, leadDays: 4 },
  ...{ countedFen: 0, orderedFen: 0, oneSidedFen: 0, allowed: [], demo: true, createdAt: need.publishedAt },
};
const sums = { confirmed: { deals: 0, fen: 0 }, oneSided: { deals: 0, fen: 0 } };

interface Reader {
  readonly role: PostRole;
  readonly organisation: string;
}

function Page({ reader }: { reader: Reader }) {
  const trade = useTrade();
  const bureau = reader.role === 'operator';
  return <OrganisationScreen id={ids.buyer} own={reader.organisation} bureau={bureau} trade={trade} />;
}

async function open(tab: string, reader: Reader, server = startFakeServer()) {
  const post = {
    ...{ id: ids.offer, role: reader.role },
    organisation: { id: reader.organisation, name: '某单位', kind: 'enterprise' as const },
  };
  const person = { id: ids.match, name: '演示-甲', preferences: {} };
  const viewer: Viewer = { person, posts: [post], post, bureau: reader.role === 'operator' };
  server.answer(getOrganisation, firm).answer(getMergeLinks, { into: null, away: [] });
  const page = (
    <ViewerContext value={viewer}>
      <Page reader={reader} />
    </ViewerContext>
  );
  await renderScreen(page, `/organisations/${ids.buyer}?tab=${tab}`, reader.role);
  await screen.findByRole('tab', { name: '事实' });
  return server;
}

const bureau: Reader = { role: 'operator', organisation: ids.supplier };
const own: Reader = { role: 'manager', organisation: ids.buyer };
const other: Reader = { role: 'manager', organisation: ids.supplier };
const tabs = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);

describe('the page of a firm', () => {
  it.each([['the bureau', bureau] as const, ['the firm itself', own] as const])(
    'shows %s its needs',
    async (_, reader) => {
      const server = startFakeServer().answer(listNeeds, { total: 1, needs: [need] });
      await open('needs', reader, server);
      expect(await screen.findByRole('link', { name: '熔喷布 5 吨/天' })).toBeTruthy();
      expect(server.questions(listNeeds)[0]?.query.get('organisation')).toBe(ids.buyer);
    },
  );

  it('keeps its needs from another firm, says who sees them, and asks nobody', async () => {
    const server = await open('needs', other);
    expect(await screen.findByText(/需求只给送达的企业和市工信局看/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '看商机' })).toBeTruthy();
    expect(server.questions(listNeeds)).toHaveLength(0);
  });

  it('shows its deals, each leading to the ledger', async () => {
    const server = startFakeServer().answer(listDeals, { total: 1, ...sums, deals: [deal] });
    await open('deals', bureau, server);
    expect((await screen.findByRole('link', { name: '熔喷布' })).getAttribute('href')).toBe(`/deals/${ids.deal}`);
    expect(server.questions(listDeals)[0]?.query.get('organisation')).toBe(ids.buyer);
  });

  it('says when there is no need or no deal yet, to another firm that deals between others are closed', async () => {
    const none = () =>
      startFakeServer()
        .answer(listNeeds, { total: 0, needs: [] })
        .answer(listDeals, { total: 0, ...sums, deals: [] });
    await open('needs', own, none());
    expect(await screen.findByText('还没有发布过需求')).toBeTruthy();
    await open('deals', other, none());
    expect(await screen.findByText(/其他企业之间的成交不公开/)).toBeTruthy();
  });

  it('says the sentence of a refusal, and offers another try when the answer failed', async () => {
    await open(
      'deals',
      own,
      startFakeServer().refuse(listDeals, 403, { code: 'platform.forbidden', message: '您的岗位不能看' }),
    );
    expect(await screen.findByText('您的岗位不能看')).toBeTruthy();
    await open('needs', bureau, startFakeServer().fail(listNeeds));
    expect(await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 })).toBeTruthy();
  });

  it('shows everybody its certificates on a page of their own', async () => {
    await open('certificates', other);
    expect(await screen.findByText('ISO 13485')).toBeTruthy();
    expect(tabs()).toEqual(expect.arrayContaining(['事实', '需求', '成交', '证书']));
  });

  it('shows who may see neither needs nor deals no such tab', async () => {
    await open('facts', { role: 'security-administrator', organisation: ids.supplier });
    await waitFor(() => expect(tabs()).toContain('证书'));
    expect(tabs()).not.toContain('需求');
    expect(tabs()).not.toContain('成交');
  });
});
