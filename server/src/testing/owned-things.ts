import { insertAccount } from '#features/directory/account-store';
import { inContext } from '#platform/context';
import type { Database, Tx } from '#platform/database';
import { storeFile } from '#platform/stored-file';
import { writeCaseThings } from './owned-case.ts';
import { writeOwnPurchase } from './owned-chain.ts';
import { writeChannel } from './owned-channel.ts';
import { writeClaims } from './owned-claims.ts';
import { writeAsk, writePayment } from './owned-funding.ts';
import { writeHeld } from './owned-holdings.ts';
import { writeKnowledge } from './owned-knowledge.ts';
import { writeTargetThings } from './owned-target.ts';
import { writeSheetAsk } from './owned-technology.ts';
import { writeTestDeal } from './test-deal.ts';
import { meltblownOffer } from './test-offers.ts';
import type { TestOrganisation } from './test-world.ts';

/** Ids of one thing of each kind that belong to an organisation. */
export interface OwnedThings {
  readonly organisation: string;
  readonly need: string;
  /** of that need */
  readonly case: string;
  /** an article it has published, and an answer template it keeps */
  readonly article: string;
  readonly caseTemplate: string;
  /** on the books of that case: it gave it, to itself, about its own request */
  readonly order: string;
  /** a policy it answers for */
  readonly policy: string;
  /** a bank that was asked in that case: the organisation itself, so that it stands on both sides */
  readonly ask: string;
  /** given for that ask */
  readonly receipt: string;
  /** a target sheet sent to it in that case: the organisation asked for it too */
  readonly sheetAsk: string;
  /** noted by the other side of the deal */
  readonly payment: string;
  /** sent with that need */
  readonly requestFile: string;
  /** the token of a link to rate another case of it, which is closed */
  readonly rating: string;
  /** a supplier matched with its need */
  readonly match: string;
  /** a need of another that it was matched with */
  readonly received: string;
  readonly deal: string;
  /** a step of the deal that the other side has signed */
  readonly step: string;
  readonly offer: string;
  readonly product: string;
  /** of a person who holds a post there */
  readonly account: string;
  readonly evidence: string;
  /** a sheet it sent in, refused as a whole */
  readonly sheet: string;
  /** of a member there */
  readonly post: string;
  /** a matter it is responsible for, owned by that member */
  readonly duty: string;
  /** of a record into its own */
  readonly merge: string;
  /** a record it may be one with */
  readonly twin: string;
  /** a machine it has */
  readonly capability: string;
  readonly certificate: string;
  /** of the twin in it */
  readonly membership: string;
  /** raised by it about itself */
  readonly dispute: string;
  /** of a sheet */
  readonly template: string;
  /** of the organisation’s first person */
  readonly claim: string;
  readonly invitation: string;
  /** by which its news goes out */
  readonly channel: string;
  /** of its city */
  readonly chain: string;
  /** about a gap of that chain: it gave it, and has it */
  readonly gapTask: string;
  /** what it says it buys */
  readonly purchase: string;
  /** a firm it wants to win, for a gap of that chain, and a plant it has entered */
  readonly target: string;
  readonly gap: string;
  readonly premises: string;
}

/** Writes one thing of each kind for the organisation, as the system, with `other` on the other side. */
export async function writeOwnedThings(
  database: Database,
  { owner, other, newId }: { owner: TestOrganisation; other: TestOrganisation; newId: () => string },
): Promise<OwnedThings> {
  const asSystem = <T>(write: (tx: Tx) => Promise<T>) =>
    inContext(database, { city: owner.city, viewer: 'system' }, write);
  const asked = await asSystem((tx) => writeNeed(tx, { buyer: owner, supplier: other, newId }));
  const received = await inContext(database, { city: other.city, viewer: 'system' }, (tx) =>
    writeNeed(tx, { buyer: other, supplier: owner, newId }),
  );
  const offer = await asSystem(async (tx) => {
    await writeCopy(tx, { ...received, buyer: other, supplier: owner, newId });
    return writeOffer(tx, owner, newId());
  });
  const steps = [{ kind: 'order', amountFen: 100_000, by: ['seller'] }] as const;
  const deal = await writeTestDeal(database, { newId, buyer: owner, seller: other, steps });
  const step = await asSystem((tx) => findStep(tx, owner.city, deal));
  const evidence = await asSystem((tx) => writeEvidence(tx, owner, newId));
  const { needId: need, matchId: match } = asked;
  const cased = await asSystem((tx) => writeCaseThings(tx, owner, { newId, needId: need, at }));
  return {
    ...{ organisation: owner.id, need, match, ...cased },
    ...(await asSystem((tx) => writeKnowledge(tx, owner, { newId, at }))),
    ...(await asSystem((tx) => writeAsk(tx, owner, { newId, needId: need, caseId: cased.case, at }))),
    ...(await asSystem((tx) => writeSheetAsk(tx, owner, { newId, needId: need, caseId: cased.case, at }))),
    payment: await asSystem((tx) => writePayment(tx, { owner, other, deal, step, newId, at })),
    received: received.matchId,
    deal,
    step,
    offer,
    ...{ product: 'meltblown-cloth', template: 'organisations' },
    sheet: await asSystem((tx) => writeSheet(tx, owner, newId)),
    account: await asSystem((tx) => writeAccount(tx, owner, newId)),
    evidence,
    ...(await asSystem((tx) => writeMerge(tx, owner, newId))),
    dispute: await inContext(
      database,
      { ...{ city: owner.city, viewer: 'organisation', organisation: owner.id }, actor: actorOf(owner) },
      (tx) => writeDispute(tx, owner, newId),
    ),
    ...(await asSystem((tx) => writeDuty(tx, owner, newId))),
    ...(await asSystem((tx) => writeClaims(tx, owner, { newId, at }))),
    channel: await asSystem((tx) => writeChannel(tx, owner, { newId, at })),
    ...(await asSystem((tx) => writeTargetThings(tx, owner, { newId, at }))),
    purchase: await asSystem((tx) => writeOwnPurchase(tx, owner, { newId, at })),
  };
}

const actorOf = ({ person }: TestOrganisation) => ({
  ...{ personId: person.id, name: person.name, role: person.role, address: '', requestId: 'test' },
});

async function writeMerge(tx: Tx, { id, city, kind }: TestOrganisation, newId: () => string) {
  const [away, merge] = [newId(), newId()];
  const origin = { source: 'test', as_of: '2026-01-01', created_at: at };
  await tx
    .insertInto('organisation')
    .values({ city, id: away, kind, name: `演示重复 ${away.slice(-6)}`, ...origin, merged_into: id })
    .execute();
  await tx
    .insertInto('merge')
    .values({ city, id: merge, survivor_id: id, merged_id: away, at, by_name: '演示-甲' })
    .execute();
  const held = await writeHeld(tx, { city, id, member: away, newId });
  const [a_id = id, b_id = id] = [id, away].toSorted();
  await tx
    .insertInto('duplicate_pair')
    .values({ city, a_id, b_id, verdict: 'review', weight: 0, reasons: '[]', found_at: at })
    .execute();
  return { merge, twin: away, ...held };
}

async function writeDispute(tx: Tx, { id, city, person }: TestOrganisation, newId: () => string): Promise<string> {
  const dispute = newId();
  const by = { by_organisation: id, by_person: person.id, by_name: person.name };
  await tx
    .insertInto('dispute')
    .values({ city, id: dispute, organisation_id: id, field: 'name', claim: '名称已变更', ...by, at })
    .execute();
  return dispute;
}

async function writeDuty(tx: Tx, { id, city }: TestOrganisation, newId: () => string) {
  const [personId, post, duty] = [newId(), newId(), newId()];
  const since = { valid_from: '2026-01-01' };
  await tx
    .insertInto('person')
    .values({ city, id: personId, name: `演示-责-${personId.slice(-4)}`, demo: true })
    .execute();
  await tx
    .insertInto('post')
    .values({ city, id: post, person_id: personId, organisation_id: id, role: 'member', ...since })
    .execute();
  const facts = { number: `W${duty.slice(-6)}`, title: '演示事项', list: 'problem', class: 'simple', level: 'city' };
  await tx
    .insertInto('duty')
    .values({ city, id: duty, ...facts, ...since, source: 'test', created_at: at })
    .execute();
  await tx
    .insertInto('duty_term')
    .values({ city, id: newId(), duty_id: duty, body_id: id, owner_post_id: post, ...since, created_at: at })
    .execute();
  return { post, duty };
}

async function writeAccount(tx: Tx, { id, city }: TestOrganisation, newId: () => string): Promise<string> {
  const [personId, userId] = [newId(), newId()];
  const now = new Date('2026-11-01T09:00:00+08:00');
  await tx.insertInto('person').values({ city, id: personId, name: '演示-账', demo: true }).execute();
  const post = { city, id: newId(), person_id: personId, organisation_id: id, role: 'member' };
  await tx
    .insertInto('post')
    .values({ ...post, valid_from: '2026-01-01' })
    .execute();
  const account = { userId, accountId: newId(), username: `owned.${userId.slice(-8)}`, city, personId, now };
  await insertAccount(tx, { ...account, passwordHash: null, passwordDue: false });
  return userId;
}

interface Sides {
  readonly buyer: TestOrganisation;
  readonly supplier: TestOrganisation;
  readonly newId: () => string;
}

async function findStep(tx: Tx, city: string, deal: string): Promise<string> {
  const found = tx.selectFrom('deal_step').select('id').where('city', '=', city).where('deal_id', '=', deal);
  return (await found.executeTakeFirstOrThrow()).id;
}

const at = '2026-11-23T09:00:00+08:00';

async function writeNeed(tx: Tx, { buyer, supplier, newId }: Sides) {
  const [needId, matchId] = [newId(), newId()];
  const { city } = buyer;
  await tx
    .insertInto('need')
    .values({
      ...{ city, id: needId, organisation_id: buyer.id, kind: 'sourcing', text: '熔喷布 5 吨/天', state: 'open' },
      ...{ product_ids: [], certificates: [], limits: '[]', reach: 'city' },
      ...{ idempotency_key: needId, text_hash: needId, demo: true, published_at: at },
    })
    .execute();
  await tx
    .insertInto('match')
    .values({
      ...{ city, id: matchId, need_id: needId, buyer_id: buyer.id, offer_id: newId() },
      ...{ organisation_id: supplier.id, organisation_city: supplier.city, organisation_name: supplier.name },
      ...{ tier: 'city', score: 80, parts: '[]', reasons: '[]', model: 'test', created_at: at },
    })
    .execute();
  return { needId, matchId };
}

async function writeCopy(tx: Tx, given: Sides & { needId: string; matchId: string }) {
  const { buyer, supplier, needId, matchId, newId } = given;
  const none = { products: [], quantity: null, deadline: null, place: null, certificates: [], limits: [] };
  await tx
    .insertInto('opportunity')
    .values({
      ...{ city: supplier.city, match_id: matchId, organisation_id: supplier.id, need_city: buyer.city },
      ...{ need_id: needId, buyer_id: buyer.id, buyer_name: buyer.name, offer_id: newId(), tier: 'city', score: 80 },
      need: JSON.stringify({ ...none, id: needId, text: '熔喷布 5 吨/天', publishedAt: at }),
      ...{ reasons: '[]', state: 'new', created_at: at },
    })
    .execute();
}

async function writeOffer(tx: Tx, owner: TestOrganisation, id: string): Promise<string> {
  const { productId, productText, capacity } = meltblownOffer;
  await tx
    .insertInto('offer')
    .values({
      ...{ city: owner.city, id, organisation_id: owner.id, product_id: productId, product_text: productText },
      ...{ capacity: JSON.stringify(capacity), source: 'demo', demo: true, published_at: at },
    })
    .execute();
  return id;
}

async function writeSheet(tx: Tx, owner: TestOrganisation, newId: () => string): Promise<string> {
  const id = newId();
  await tx
    .insertInto('import_job')
    .values({
      ...{
        city: owner.city,
        id,
        organisation_id: owner.id,
        person_id: owner.person.id,
        person_name: owner.person.name,
      },
      ...{ kind: 'organisations', file_id: newId(), file_name: '名录.xlsx', language: 'zh', state: 'refused' },
      ...{ made_at: at, touched_at: at },
    })
    .execute();
  return id;
}

async function writeEvidence(tx: Tx, owner: TestOrganisation, newId: () => string): Promise<string> {
  const file = {
    kind: 'evidence',
    name: '营业执照.pdf',
    type: 'application/pdf',
    content: Buffer.from('%PDF-1.7'),
  } as const;
  const whose = { personId: owner.person.id, organisationId: owner.id };
  return (await storeFile(tx, { newId, now: () => new Date(at) }, { ...file, ...whose })).id;
}
