import {
  readUsualDrillRules,
  readUsualOrderTerms,
  readUsualSourcing,
  readUsualTerms,
} from '../commands/seed-reference.ts';
import type { ApiOperation } from './api-operations.ts';
import { maskChain } from './owned-chain.ts';
import type { OwnedThings } from './owned-things.ts';
import { sampleOf } from './sample-body.ts';

type Kind = keyof OwnedThings;

/** Which thing an address names: the longest beginning counts. A new kind of address fails here until it is said what it names. */
const named: Readonly<Record<string, Kind>> = {
  '/api/organisations/{id}': 'organisation',
  '/api/needs/{id}': 'need',
  '/api/cases/{id}': 'case',
  '/api/clocks/{caseId}': 'case',
  '/api/orders/{id}': 'order',
  '/api/policies/{id}': 'policy',
  '/api/articles/{id}': 'article',
  '/api/case-templates/{id}': 'caseTemplate',
  '/api/funding/{id}': 'ask',
  '/api/technology/{id}': 'sheetAsk',
  '/api/receipts/{id}': 'receipt',
  '/api/request-files/{id}': 'requestFile',
  '/api/ratings/{token}': 'rating',
  '/api/matches/{id}': 'match',
  '/api/matches/{id}/responses': 'received',
  '/api/opportunities/{id}': 'received',
  '/api/deals/{id}': 'deal',
  '/api/offers/{id}': 'offer',
  '/api/products/{id}': 'product',
  '/api/accounts/{id}': 'account',
  '/api/evidence/{id}': 'evidence',
  '/api/imports/{id}': 'sheet',
  '/api/duties/{id}': 'duty',
  '/api/posts/{id}': 'post',
  '/api/imports/templates/{kind}': 'template',
  '/api/claims/{id}': 'claim',
  '/api/invitations/{id}': 'invitation',
  '/api/merges/{id}': 'merge',
  '/api/disputes/{id}': 'dispute',
  '/api/capabilities/{id}': 'capability',
  '/api/certificates/{id}': 'certificate',
  '/api/memberships/{id}': 'membership',
  '/api/notice-channels/{id}': 'channel',
  '/api/chains/{id}': 'chain',
  '/api/gap-tasks/{id}': 'gapTask',
  '/api/purchases/{id}': 'purchase',
  '/api/targets/{id}': 'target',
  '/api/premises/{id}': 'premises',
  '/api/gaps/{id}': 'gap',
};

const aChange = { from: '2027-01-04', reason: '演示', seen: '2026-11-30T09:00:00+08:00' };

const aPlot = { kind: 'land', region: '371002', source: '演示', asOf: '2026-11-01' };

/** Bodies that must name a thing that is there. */
const bodies: Readonly<Record<string, (things: OwnedThings) => Readonly<Record<string, unknown>>>> = {
  'POST /api/organisations': () => ({ name: '演示企业', kind: 'enterprise' }),
  'PUT /api/organisations/{id}': () => ({ version: 1, facts: { name: '演示企业', kind: 'enterprise' } }),
  'POST /api/organisations/{id}/merge': ({ organisation }) => ({ into: organisation }),
  'POST /api/duplicates/answers': ({ organisation, twin }) => ({ a: organisation, b: twin, answer: 'later' }),
  'POST /api/duties/{id}/assignment': ({ post }) => ({ ownerPostId: post }),
  'POST /api/posts/{id}/viewing': () => ({ purpose: '演示核对' }),
  'PUT /api/case-terms': () => ({ ...aChange, terms: readUsualTerms() }),
  'PUT /api/order-terms': () => ({ ...aChange, terms: readUsualOrderTerms() }),
  'PUT /api/drill-rules': () => ({ ...aChange, terms: { ...readUsualDrillRules(), stockDays: 9 } }),
  'PUT /api/sourcing-terms': () => ({ ...aChange, terms: readUsualSourcing() }),
  'POST /api/needs/accepted-answers': ({ article }) => ({ kind: 'article', id: article, idempotencyKey: article }),
  'POST /api/policies': ({ organisation }) => ({
    ...{ title: '演示政策', bodyId: organisation, benefit: '演示', basis: '演示', validFrom: '2026-01-01' },
    conditions: [{ fact: 'employees', op: 'at-least', values: [1], text: '有职工' }],
  }),
  'POST /api/chains/{id}/brief/orders': ({ case: caseId }) => ({ orders: [{ caseId, text: '演示' }] }),
  'POST /api/chains': () => ({ name: '演示链', slug: 'walked-chain', idempotencyKey: 'a key of the walk' }),
  'PUT /api/chains/{id}/draft': () => ({ seen: 1, validFrom: '2027-01-01', content: maskChain }),
  'POST /api/chains/{id}/gaps/{product}/tasks': ({ organisation }) => ({
    ...{ kind: 'order', body: organisation, text: '演示', idempotencyKey: organisation },
  }),
  'POST /api/chains/{id}/gaps/{product}/meetings': ({ organisation }) => ({
    text: '演示',
    idempotencyKey: organisation,
  }),
  'POST /api/gap-tasks/{id}/actions': () => ({ action: 'withdraw', text: '演示', seen: 1 }),
  'POST /api/purchases': () => ({ productId: 'meltblown-cloth', fenAYear: 100_000, asOf: '2026-10-01' }),
  'PUT /api/purchases/{id}': () => ({ productId: 'meltblown-cloth', fenAYear: 100_000, asOf: '2026-10-01', seen: 1 }),
  'POST /api/purchases/{id}/verification': () => ({ seen: 1, evidence: '演示发票' }),
  'POST /api/purchases/{id}/withdrawal': () => ({ seen: 1 }),
  'POST /api/targets': ({ organisation }) => ({ organisation: { name: `外地演示企业 ${organisation.slice(-6)}` } }),
  'POST /api/targets/{id}/joining': ({ target }) => ({ into: target }),
  'PUT /api/targets/{id}/wish': () => ({ wish: null }),
  'POST /api/premises': () => ({ ...aPlot, name: '演示地块' }),
  'PUT /api/premises/{id}': () => ({ ...aPlot, name: '演示地块二', seen: 1 }),
  'POST /api/policies/facts': () => ({ fact: 'employees', value: 12 }),
  'POST /api/notice-channels': () => ({
    ...{ kind: 'wecom', name: '演示群', address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1' },
  }),
  'PUT /api/notice-channels/{id}': () => ({ name: '演示群', enabled: true }),
  'PUT /api/policies/{id}': ({ organisation }) => ({
    ...{ title: '演示政策', bodyId: organisation, benefit: '演示', basis: '演示', validFrom: '2026-01-01', seen: 1 },
    conditions: [{ fact: 'employees', op: 'at-least', values: [1], text: '有职工' }],
  }),
  'POST /api/policies/{id}/publication': () => ({ seen: 1 }),
  'POST /api/policies/preview': () => ({
    conditions: [{ fact: 'employees', op: 'at-least', values: [1], text: '有职工' }],
  }),
  'POST /api/policies/{id}/ending': () => ({ from: '2026-12-31', seen: 1 }),
  'POST /api/cases/{id}/actions': () => ({ action: 'supplement', text: '演示补充' }),
  'POST /api/deals/{id}/confirmations': ({ step }) => ({ stepId: step }),
  'POST /api/deals/{id}/payments': ({ step }) => ({ stepId: step, amountFen: 1, paidOn: '2026-11-22' }),
  'POST /api/deals/{id}/payments/confirmations': ({ payment }) => ({ paymentId: payment }),
  'POST /api/needs/{id}/banks': ({ organisation }) => ({ banks: [organisation] }),
  'POST /api/funding/{id}/decline': () => ({ reason: 'papers-missing', change: '补齐材料' }),
  'POST /api/cases/{id}/targets': ({ organisation }) => ({ bodies: [organisation] }),
  'POST /api/funding/{id}/payment-record': () => ({ purpose: '贷前调查' }),
};

/** Questions that must name a thing that is there. */
const questions: Readonly<Record<string, (things: OwnedThings) => Readonly<Record<string, string>>>> = {
  'GET /api/organisations/{id}/merge': ({ organisation }) => ({ into: organisation }),
};

/** The request that names somebody's thing, with the smallest body the address takes. */
export function requestOf(operation: ApiOperation, things: OwnedThings) {
  const { method, path, body, queryParameters } = operation;
  const wanted = queryParameters.filter(({ required }) => required);
  const query = {
    ...Object.fromEntries(wanted.map(({ name, schema }) => [name, String(sampleOf(schema))])),
    ...questions[operation.name]?.(things),
  };
  return {
    ...{ method, url: addressOf(operation, things), query },
    ...(body === undefined ? {} : { payload: JSON.stringify(bodies[operation.name]?.(things) ?? sampleOf(body)) }),
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
  };

  function addressOf({ pathParameters }: ApiOperation, own: OwnedThings): string {
    if (pathParameters.length === 0) return path;
    const beginning = Object.keys(named)
      .filter((known) => path === known || path.startsWith(`${known}/`))
      .toSorted((a, b) => b.length - a.length)[0];
    const kind = beginning === undefined ? undefined : named[beginning];
    if (kind === undefined) throw new Error(`sample-request.ts does not say what ${path} names`);
    // a link of a chain is named by its product, a version by its number
    return path
      .replace(/\{\w+\}/, own[kind])
      .replace('{product}', own.product)
      .replace('{number}', '1');
  }
}
