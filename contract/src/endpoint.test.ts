import { describe, expect, it } from 'vitest';
import * as audit from './directory/audit-contract.ts';
import * as organisations from './directory/organisation-contract.ts';
import * as sessions from './directory/session-contract.ts';
import type { AnyEndpoint } from './endpoint.ts';
import * as deals from './matching/deal-contract.ts';
import * as home from './matching/home-contract.ts';
import * as inbox from './matching/inbox-contract.ts';
import * as matches from './matching/match-contract.ts';
import * as offers from './matching/offer-contract.ts';
import * as opportunities from './matching/opportunity-contract.ts';
import * as products from './matching/product-contract.ts';
import * as needs from './needs/need-contract.ts';

const files = [audit, organisations, sessions, deals, home, inbox, matches, offers, opportunities, products, needs];
const endpoints = files.flatMap((file) => Object.values<unknown>(file)).filter(isEndpoint);
const addresses = endpoints.map(({ method, path }) => `${method} ${path}`);

function isEndpoint(value: unknown): value is AnyEndpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'reply' in value;
}

/** What integrators were promised: an address that disappears breaks somebody who is not in this repository. */
const promised = [
  'GET /api/health',
  'POST /api/session',
  'GET /api/session',
  'DELETE /api/session',
  'POST /api/needs/parse',
  'POST /api/matching/preview',
  'POST /api/needs',
  'GET /api/needs/:id',
  'GET /api/needs/:id/matches',
  'POST /api/offers',
  'GET /api/offers',
  'GET /api/inbox',
  'POST /api/matches/:id/responses',
  'POST /api/matches/:id/rejection',
  'POST /api/needs/:id/choice',
  'POST /api/deals/:id/steps',
  'POST /api/deals/:id/confirmations',
  'GET /api/deals',
  'GET /api/products',
  'GET /api/products/:id',
  'GET /api/organisations/:id',
  'GET /api/audit',
];

describe('the endpoints', () => {
  it.each(promised)('keep the promise of %s', (address) => {
    expect(addresses).toContain(address);
  });

  it('have an address each', () => {
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
  });

  it.each(endpoints)('describe what $method $path needs for the places in its path', ({ path, params }) => {
    const places = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    expect(places.length > 0).toBe(params !== undefined);
  });

  it('that only read take no body', () => {
    expect(endpoints.filter(({ method, body }) => method === 'GET' && body !== undefined)).toEqual([]);
  });
});
