import { confidentialMark } from '@zhitong/domain/directory/audit-confidential';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listApiOperations } from '#testing/api-operations';
import { goodQuote, matchOf, publish, quote } from '#testing/loop-play';
import { createTestApp, type TestApp } from '#testing/test-app';
import { writeTestDeal } from '#testing/test-deal';
import { auditAdministrator, bureau, buyer, circleMeltblown, meltblown, testCity } from '#testing/test-world';
import { unauditedOperations } from '#testing/unaudited-operations';
import { inContext } from './context.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

/** no two needs read alike */
let tons = 10;
type Play = () => Promise<{ readonly statusCode: number; readonly body: string }>;
const offerDraft = {
  ...{ productText: '熔喷布', capacity: null, limits: [], certificates: [] },
  priceFen: null,
  priceUnit: null,
  leadDays: 3,
};

const asBuyer = () => world.signIn(buyer.username);
const asSupplier = () => world.signIn(meltblown.username);

async function matched() {
  const needId = await publish(await asBuyer(), `急需熔喷布 ${++tons} 吨，BFE≥95，本周交货`);
  return { needId, matchId: await matchOf(world, await asSupplier(), needId) };
}

async function quoted() {
  const needId = await publish(await asBuyer(), `急需熔喷布 ${++tons} 吨，BFE≥95，本周交货`);
  return { needId, ...(await quote(world, await asSupplier(), needId)) };
}

async function offered(): Promise<string> {
  const productText = `熔喷布 ${uuidv7()}`;
  return (await (await asSupplier()).post('/api/offers', { ...offerDraft, productText })).json().offer.id;
}

/** One success of each changing address that this file plays. */
const plays: Readonly<Record<string, Play>> = {
  'POST /api/needs': async () =>
    (await asBuyer()).post('/api/needs', {
      kind: 'sourcing',
      text: '采购熔喷布 9 吨，BFE≥95',
      idempotencyKey: uuidv7(),
    }),
  'POST /api/needs/{id}/withdrawal': async () => {
    const id = await publish(await asBuyer(), '采购熔喷布 7 吨，BFE≥95');
    return (await asBuyer()).post(`/api/needs/${id}/withdrawal`);
  },
  'POST /api/needs/{id}/widening': async () => {
    const id = await publish(await asBuyer(), '采购熔喷布 8 吨，BFE≥95');
    return (await asBuyer()).post(`/api/needs/${id}/widening`, { reach: 'nation' });
  },
  'POST /api/matches/{id}/responses': async () => {
    const { matchId } = await matched();
    return (await asSupplier()).post(`/api/matches/${matchId}/responses`, goodQuote);
  },
  'PUT /api/matches/{id}/responses': async () => {
    const { matchId } = await quoted();
    return (await asSupplier()).put(`/api/matches/${matchId}/responses`, { ...goodQuote, leadDays: 2 });
  },
  'PUT /api/matches/{id}/shortlist': async () => {
    const { matchId } = await matched();
    return (await asBuyer()).put(`/api/matches/${matchId}/shortlist`, { shortlisted: true });
  },
  'POST /api/matches/{id}/rejection': async () => {
    const { matchId } = await quoted();
    return (await asBuyer()).post(`/api/matches/${matchId}/rejection`, { code: 'price', note: '高于预算' });
  },
  'POST /api/needs/{id}/choice': async () => {
    const { needId, id } = await quoted();
    return (await asBuyer()).post(`/api/needs/${needId}/choice`, { responseId: id });
  },
  'POST /api/deals/{id}/steps': async () => {
    const dealId = await writeTestDeal(world.database, { newId: uuidv7, steps: [] });
    const step = { kind: 'order', amountFen: 100, quantity: 1, date: '2026-11-23' };
    return (await asBuyer()).post(`/api/deals/${dealId}/steps`, step);
  },
  'POST /api/deals/{id}/confirmations': async () => {
    const steps = [{ kind: 'order' as const, amountFen: 100, by: ['buyer' as const] }];
    const dealId = await writeTestDeal(world.database, { newId: uuidv7, steps });
    const seller = await asSupplier();
    const stepId = (await seller.get(`/api/deals/${dealId}`)).json().steps[0].id;
    return seller.post(`/api/deals/${dealId}/confirmations`, { stepId });
  },
  'POST /api/offers': async () => (await asSupplier()).post('/api/offers', offerDraft),
  'PUT /api/offers/{id}': async () =>
    (await asSupplier()).put(`/api/offers/${await offered()}`, { ...offerDraft, leadDays: 5 }),
  'DELETE /api/offers/{id}': async () => (await asSupplier()).del(`/api/offers/${await offered()}`),
};

/** Played with success in these tests instead, where the same watch looks on (trail-watch.ts). */
const playedIn: Readonly<Record<string, string>> = {
  'POST /api/needs/{id}/banks': 'funding-routes.test.ts',
  'POST /api/needs/{id}/acceptance': 'funding-routes.test.ts',
  'POST /api/funding/{id}/offer': 'funding-routes.test.ts',
  'POST /api/funding/{id}/decline': 'funding-routes.test.ts',
  'POST /api/needs/{id}/receipts': 'funding-receipt.test.ts',
  'DELETE /api/receipts/{id}': 'funding-receipt.test.ts',
  'POST /api/funding/{id}/payment-record': 'funding-receipt.test.ts',
  'POST /api/deals/{id}/payments': 'funding-receipt.test.ts',
  'POST /api/deals/{id}/payments/confirmations': 'funding-receipt.test.ts',
  'POST /api/cases/{id}/actions': 'case-routes.test.ts',
  'POST /api/policies': 'policy-routes.test.ts',
  'POST /api/policies/facts': 'policy-routes.test.ts',
  'POST /api/policies/{id}/ending': 'policy-routes.test.ts',
  'POST /api/needs/{id}/confirmation': 'case-routes.test.ts',
  'POST /api/needs/{id}/rating-link': 'rating-routes.test.ts',
  'POST /api/ratings/{token}': 'rating-routes.test.ts',
  'POST /api/request-files': 'request-file-routes.test.ts',
  'POST /api/request-files/{id}/links': 'request-file-routes.test.ts',
  'POST /api/organisations/{id}/people': 'post-routes.test.ts',
  'POST /api/posts/{id}/ending': 'post-routes.test.ts',
  'POST /api/posts/{id}/role': 'post-routes.test.ts',
  'POST /api/duties': 'duty-routes.test.ts',
  'PUT /api/duties/{id}': 'duty-routes.test.ts',
  'POST /api/duties/{id}/assignment': 'duty-routes.test.ts',
  'POST /api/duties/{id}/move': 'duty-routes.test.ts',
  'POST /api/duties/{id}/ending': 'duty-routes.test.ts',
  'POST /api/leaves': 'duty-routes.test.ts',
  'POST /api/leaves/return': 'duty-routes.test.ts',
  'POST /api/audit/checks': 'audit-routes.test.ts',
  'POST /api/organisations': 'merge-routes.test.ts',
  'PUT /api/organisations/{id}': 'merge-routes.test.ts',
  'POST /api/organisations/{id}/capabilities': 'holding-routes.test.ts',
  'PUT /api/capabilities/{id}': 'holding-routes.test.ts',
  'POST /api/capabilities/{id}/ending': 'holding-routes.test.ts',
  'POST /api/organisations/{id}/certificates': 'holding-routes.test.ts',
  'PUT /api/certificates/{id}': 'holding-routes.test.ts',
  'POST /api/certificates/{id}/ending': 'holding-routes.test.ts',
  'POST /api/organisations/{id}/members': 'membership-routes.test.ts',
  'PUT /api/memberships/{id}': 'membership-routes.test.ts',
  'POST /api/memberships/{id}/ending': 'membership-routes.test.ts',
  'POST /api/organisations/{id}/former-names': 'former-name-routes.test.ts',
  'POST /api/organisations/{id}/former-names/removal': 'former-name-routes.test.ts',
  'POST /api/session': 'session-routes.test.ts',
  'DELETE /api/session': 'session-routes.test.ts',
  'PUT /api/session/preferences': 'session-routes.test.ts',
  'DELETE /api/session/sessions': 'session-routes.test.ts',
  'DELETE /api/session/sessions/{id}': 'session-routes.test.ts',
  'POST /api/session/second-factor': 'second-factor-routes.test.ts',
  'POST /api/session/second-factor/setup': 'second-factor-routes.test.ts',
  'POST /api/session/second-factor/setup/confirmation': 'second-factor-routes.test.ts',
  'POST /api/session/second-factor/removal': 'second-factor-routes.test.ts',
  'POST /api/session/second-factor/recovery-codes': 'second-factor-routes.test.ts',
  'PUT /api/session/password': 'password-routes.test.ts',
  'POST /api/password-link/password': 'password-routes.test.ts',
  'POST /api/posts/{id}/viewing': 'viewing-routes.test.ts',
  'DELETE /api/viewing': 'viewing-routes.test.ts',
  'POST /api/accounts': 'account-routes.test.ts',
  'POST /api/accounts/{id}/password-link': 'account-routes.test.ts',
  'POST /api/accounts/{id}/second-factor-reset': 'account-routes.test.ts',
  'POST /api/accounts/{id}/lock': 'account-routes.test.ts',
  'POST /api/accounts/{id}/unlock': 'account-routes.test.ts',
  'DELETE /api/accounts/{id}/sessions': 'account-routes.test.ts',
  'POST /api/evidence': 'evidence-routes.test.ts',
  'POST /api/organisations/{id}/merge': 'merge-routes.test.ts',
  'POST /api/merges/{id}/split': 'merge-routes.test.ts',
  'POST /api/duplicates/runs': 'merge-routes.test.ts',
  'POST /api/duplicates/answers': 'merge-routes.test.ts',
  'POST /api/organisations/{id}/disputes': 'merge-routes.test.ts',
  'POST /api/disputes/{id}/answer': 'merge-routes.test.ts',
  'POST /api/evidence/{id}/links': 'evidence-routes.test.ts',
  'POST /api/imports': 'import-routes.test.ts',
  'POST /api/imports/{id}/answers': 'import-routes.test.ts',
  'POST /api/imports/{id}/discard': 'import-routes.test.ts',
  'POST /api/imports/{id}/fixes': 'import-routes.test.ts',
  'POST /api/imports/{id}/take': 'import-routes.test.ts',
  'POST /api/imports/{id}/undo': 'import-routes.test.ts',
  'POST /api/organisations/{id}/claims': 'claim-routes.test.ts',
  'POST /api/claims/{id}/supplements': 'claim-routes.test.ts',
  'POST /api/claims/{id}/withdrawal': 'claim-routes.test.ts',
  'POST /api/claims/{id}/decision': 'claim-routes.test.ts',
  'POST /api/registration': 'registration-routes.test.ts',
  'POST /api/registration/evidence': 'registration-routes.test.ts',
  'POST /api/registration/supplements': 'registration-routes.test.ts',
  'POST /api/registration/withdrawal': 'registration-routes.test.ts',
  'POST /api/organisations/{id}/invitations': 'invitation-routes.test.ts',
  'DELETE /api/invitations/{id}': 'invitation-routes.test.ts',
  'POST /api/invitation/acceptance': 'invitation-routes.test.ts',
  'POST /api/invitation/acceptance/mine': 'invitation-routes.test.ts',
  'POST /api/needs/{id}/cascade': 'cascade-routes.test.ts',
  'POST /api/needs/{id}/review': 'kept-routes.test.ts',
  'POST /api/needs/{id}/ruling': 'kept-routes.test.ts',
};

describe('every changing address of the API', () => {
  it('is played here or elsewhere, or stands in the closed list of those that leave no entry', () => {
    const changing = listApiOperations(world.app)
      .filter(({ method }) => method !== 'GET')
      .map(({ name }) => name);
    const known = [...Object.keys(plays), ...Object.keys(playedIn), ...Object.keys(unauditedOperations)];
    expect(changing.toSorted()).toEqual(known.toSorted());
  });

  for (const [name, play] of Object.entries(plays))
    it(`leaves an entry in the trail: ${name}`, async () => {
      const reply = await play();
      expect(reply.statusCode, reply.body).toBeLessThan(300);
      expect(world.trail.changed).toContain(name);
      expect(await world.trail.unaudited(world.database)).not.toContain(name);
    });
});

const entriesOf = (action: string) =>
  inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .selectAll()
      .where('city', '=', testCity)
      .where('action', '=', action)
      .orderBy('at')
      .execute(),
  );

describe('an entry', () => {
  it('says who, in which role and for whom, what, before, after, why and from where', async () => {
    const { needId, matchId } = await matched();
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const client = await asBuyer();
    await client.post(`/api/matches/${matchId}/rejection`, { code: 'lead-time', note: '交期太长' }, from);
    await client.post(`/api/needs/${needId}/widening`, { reach: 'nation' }, from);
    const rejected = (await entriesOf('match.rejected')).find((entry) => entry.subject_id === matchId);
    expect(rejected).toMatchObject({
      ...{ actor_person: buyer.person.id, actor_name: buyer.person.name, actor_role: 'manager' },
      ...{ actor_organisation: buyer.id, subject_kind: 'match', why: confidentialMark, address: '203.0.113.9' },
      after: { code: 'lead-time', supplier: meltblown.name },
    });
    const { said } = await inContext(world.database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .selectFrom('audit_confidential')
        .select('said')
        .where('city', '=', testCity)
        .where('entry_id', '=', rejected?.id ?? '')
        .executeTakeFirstOrThrow(),
    );
    expect(JSON.parse(said), 'words between two firms are kept apart').toEqual({ why: '交期太长' });
    const widened = (await entriesOf('need.widened')).find((entry) => entry.subject_id === needId);
    expect(widened).toMatchObject({ before: { reach: 'city' }, after: { reach: 'nation' } });
  });

  it('stands in the trail of the city whose rows changed, also when somebody from elsewhere changed them', async () => {
    const needId = await publish(await asBuyer(), '急需熔喷布 66 吨/天，BFE≥95，本周交货');
    const abroad = await world.signIn(circleMeltblown.username);
    const { matchId } = await quote(world, abroad, needId);
    const given = (await entriesOf('response.given')).find((entry) => entry.subject_id === matchId);
    expect(given).toMatchObject({ actor_person: circleMeltblown.person.id, city: testCity });
  });

  it('is gone with the change when the change is refused', async () => {
    const before = (await entriesOf('offer.changed')).length;
    const reply = await (await asSupplier()).put(`/api/offers/${await offered()}`, {
      ...offerDraft,
      productId: 'no-such-product',
    });
    expect(reply.statusCode).toBe(422);
    expect(await entriesOf('offer.changed')).toHaveLength(before);
  });
});

describe('reading what is confidential', () => {
  it('leaves an entry when the bureau sees the prices of firms, and none when a firm sees its own', async () => {
    const { needId } = await quoted();
    await (await asBuyer()).get(`/api/needs/${needId}/matches`);
    const seen = async () => (await entriesOf('price.read')).filter((entry) => entry.subject_id === needId);
    expect(await seen()).toEqual([]);
    await (await world.signIn(bureau.username)).get(`/api/needs/${needId}/matches`);
    expect(await seen()).toMatchObject([{ actor_name: bureau.person.name, why: 'supervision', after: { quotes: 1 } }]);
  });

  it('leaves an entry when a contact opens to the other side of a deal', async () => {
    const { needId, id } = await quoted();
    const client = await asBuyer();
    await client.post(`/api/needs/${needId}/choice`, { responseId: id });
    await client.get(`/api/needs/${needId}/matches`);
    const seen = (await entriesOf('contact.read')).filter((entry) => entry.subject_id === needId);
    expect(seen).toMatchObject([{ why: 'own-deal', after: { contacts: [meltblown.name] } }]);
    expect(JSON.stringify(seen)).not.toContain(meltblown.phone);
  });

  it('tells who took the ledger out of the house, by which filter and how many rows', async () => {
    const reply = await (await world.signIn(bureau.username)).get('/api/deals/export.xlsx?state=confirmed&q=熔喷');
    expect(reply.statusCode).toBe(200);
    expect((await entriesOf('deal.exported')).at(-1)).toMatchObject({
      ...{ actor_name: bureau.person.name, why: 'export' },
      after: { filter: { state: 'confirmed', q: '熔喷' }, rows: expect.any(Number) },
    });
  });

  it('shows no line of the trail to anybody but the audit administrator', async () => {
    for (const username of [buyer.username, bureau.username, 'sysadmin', 'secadmin'])
      expect((await (await world.signIn(username)).get('/api/audit')).statusCode, username).not.toBe(200);
    expect(auditAdministrator.username).toBe('auditadmin');
  });
});
