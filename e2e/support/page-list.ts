import { getSession } from '@zhitong/contract/directory/session-contract';
import { listDeals } from '@zhitong/contract/matching/deal-contract';
import { listOpportunities } from '@zhitong/contract/matching/opportunity-contract';
import { listNeeds } from '@zhitong/contract/needs/need-contract';
import type { BrowserContext } from 'playwright-core';
import { askApi } from './api-call.ts';

/** Every page a buyer meets, with real records behind the addresses. */
export async function buyerPages(context: BrowserContext): Promise<readonly string[]> {
  const { needs } = await askApi(context, listNeeds);
  const asked = needs.find(({ state, counts }) => state === 'open' && counts.matched > 0) ?? needs[0];
  const { deals } = await askApi(context, listDeals);
  const { posts } = await askApi(context, getSession);
  const need = `/needs/${asked?.id}`;
  const own = `/organisations/${posts[0]?.organisation.id}`;
  return [
    '/',
    '/needs/new',
    '/needs',
    need,
    `${need}?tab=answers`,
    `${need}?tab=timeline`,
    `${need}?tab=original`,
    '/deals',
    `/deals/${deals[0]?.id}`,
    own,
    '/me',
    '/purchases',
    '/purchases?edit=new',
    '/products',
    '/products/meltblown-cloth',
  ];
}

/** The pages only a supplier works with. */
export async function supplierPages(context: BrowserContext): Promise<readonly string[]> {
  const { opportunities } = await askApi(context, listOpportunities);
  return ['/', '/opportunities', `/opportunities/${opportunities[0]?.match.id}`, '/offers'];
}

/** The bureau's. */
export const bureauPages = [
  ...['/', '/needs', '/deals', '/organisations', '/organisations/tree', '/organisations/new'],
  ...['/purchases', '/imports', '/duties', '/permissions'],
  ...['/desk', '/case-terms', '/drill-rules', '/articles', '/articles/new'],
];

/** What somebody meets who handles matters for a body. */
export async function handlerPages(context: BrowserContext): Promise<readonly string[]> {
  const { posts } = await askApi(context, getSession);
  return [
    '/articles',
    '/templates',
    '/duties/mine',
    '/duties',
    '/organisations',
    `/organisations/${posts[0]?.organisation.id}`,
    '/me',
  ];
}

/** Of the three administrators, each with its own. */
export const administratorPages = {
  secadmin: ['/accounts', '/permissions', '/me'],
  auditadmin: ['/audit'],
} as const;
