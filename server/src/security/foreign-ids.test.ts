import { postRoles } from '@zhitong/domain/directory/organisation';
import { mayEver, type Permission, permissions } from '@zhitong/domain/directory/permission';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { type ApiOperation, listApiOperations } from '#testing/api-operations';
import { type IdPlace, idPlaces, withId } from '#testing/id-places';
import { type OwnedThings, writeOwnedThings } from '#testing/owned-things';
import { requestOf } from '#testing/sample-request';
import { createTestApp, type TestApp } from '#testing/test-app';
import {
  bankA,
  circleMeltblown,
  type TestColleague,
  type TestOrganisation,
  tackle,
  testCity,
  testColleagues,
} from '#testing/test-world';

/** The address names an own thing; what is foreign stands in the body or behind the question mark. */
let world: TestApp;
let places: readonly { operation: ApiOperation; place: IdPlace }[];
interface Things extends OwnedThings {
  readonly person: string;
  readonly leave: string;
  readonly response: string;
}
const things = new Map<string, Things>();

beforeAll(async () => {
  world = await createTestApp();
  places = listApiOperations(world.app).flatMap((operation) =>
    idPlaces(operation).map((place) => ({ operation, place })),
  );
  const { database } = world;
  const { newId } = world.effects;
  for (const owner of [tackle, bankA, circleMeltblown])
    things.set(
      owner.id,
      await thingsFor(owner, await writeOwnedThings(database, { owner, other: partnerOf(owner), newId })),
    );
});
afterAll(() => world.close());

const partnerOf = (owner: TestOrganisation) => (owner === tackle ? circleMeltblown : tackle);

async function thingsFor({ id, city }: TestOrganisation, own: OwnedThings): Promise<Things> {
  const { newId, now } = world.effects;
  return inContext(world.database, { city, viewer: 'system' }, async (tx) => {
    const post = tx.selectFrom('post').select('person_id').where('city', '=', city).where('id', '=', own.post);
    const { person_id: person } = await post.executeTakeFirstOrThrow();
    const [leave, response] = [newId(), newId()];
    const days = { valid_from: '2026-12-01', valid_to: '2026-12-05' };
    await tx
      .insertInto('duty_leave')
      .values({ city, id: leave, body_id: id, person_id: person, post_id: own.post, ...days, created_at: now() })
      .execute();
    const sides = { match_id: own.match, need_id: own.need, buyer_id: id, organisation_id: newId() };
    await tx
      .insertInto('response')
      .values({ city, id: response, ...sides, price_fen: 100, at: now() })
      .execute();
    return { ...own, person, leave, response };
  });
}

const thingsOf = ({ id, name }: TestOrganisation): Things => {
  const found = things.get(id);
  if (!found) throw new Error(`no things of ${name}`);
  return found;
};

/** Which thing each of these names; a new place for an id fails here until it is said. */
const named: Readonly<Record<string, keyof Things>> = {
  bank: 'organisation',
  banks: 'organisation',
  bodies: 'organisation',
  file: 'requestFile',
  offerId: 'ask',
  answerId: 'sheetAsk',
  paymentId: 'payment',
  parent: 'organisation',
  parentId: 'organisation',
  except: 'organisation',
  not: 'organisation',
  organisation: 'organisation',
  organisationId: 'organisation',
  body: 'organisation',
  bodyId: 'organisation',
  a: 'organisation',
  b: 'twin',
  into: 'organisation',
  memberId: 'organisation',
  evidence: 'evidence',
  id: 'organisation',
  personId: 'person',
  all: 'post',
  postId: 'post',
  ownerPostId: 'post',
  deputyPostId: 'post',
  coverPostId: 'post',
  dutyId: 'duty',
  matter: 'duty',
  to: 'organisation',
  from: 'organisation',
  leaveId: 'leave',
  responseId: 'response',
  stepId: 'step',
  files: 'requestFile',
  chain: 'chain',
  firm: 'organisation',
  leadBodyId: 'organisation',
  leaderId: 'organisation',
  caseId: 'case',
};

/** Naming somebody else's thing is no more than looking at what everybody in the city may see, or is what the address is for. */
const harmless: Readonly<Record<string, string>> = {
  'GET /api/organisations parent': 'the tree of one’s own city is open; another city’s branch is empty',
  'GET /api/organisations/export parent': 'the same list, as a sheet',
  'GET /api/duties body': 'the duty table of one’s own city is open; another city’s body has no matters there',
  'GET /api/duties/export body': 'the same list, as a sheet',
  'GET /api/disputes organisation': 'a filter over what the asker may see anyway',
  'GET /api/disputes/export organisation': 'the same list, as a sheet',
  'GET /api/needs organisation': 'a filter over what the asker may see anyway',
  'GET /api/cases from': 'a filter over what the asker may see anyway',
  'GET /api/cases chain': 'the maps of one’s own city are open; another city’s chain holds none of its firms',
  'GET /api/cases to': 'a filter over what the asker may see anyway',
  'GET /api/needs/export organisation': 'the same list, as a sheet',
  'GET /api/deals organisation': 'a filter over what the asker may see anyway',
  'GET /api/deals/export.xlsx organisation': 'the same list, as a sheet',
  'GET /api/cases body': 'a filter over what the asker may see anyway',
  'POST /api/cases/{id}/actions to':
    'any body of the city may be named; one elsewhere is refused (case-routes.test.ts)',
  'POST /api/cases/{id}/actions matter':
    'the duty table of one’s own city is open; one elsewhere is refused (case-routes.test.ts)',
  'POST /api/needs body':
    'a request may go to any body of the city; the same key answers with the need it made, whatever else is said',
  'POST /api/needs matter': 'the duty table of one’s own city is open; the same key answers with the need it made',
  'POST /api/organisations/duplicates except': 'leaves a record out of the look-alikes shown',
  'POST /api/organisations not[]':
    'says of a look-alike shown that it is another one; nothing of it is read or changed for a firm',
  'PUT /api/organisations/{id} not[]': 'the same, for a code that the bureau gives to its rightful firm',
  'GET /api/heatmap chain': 'the maps of one’s own city are open',
  'GET /api/heatmap/export chain': 'the same, as a sheet',
  'GET /api/targets chain': 'a filter over what the asker may see anyway',
  'GET /api/targets/export chain': 'the same list, as a sheet',
  'GET /api/targets/funnel chain': 'the same filter, counted',
  'POST /api/targets organisation':
    'whom a city wants to win is somebody else, of whatever city: its published name and place are read, nothing of it changes',
  'GET /api/targets/subject organisation': 'the same published name and place',
  'POST /api/registration firm.id': 'whoever registers claims a firm that is not its own yet: the bureau decides',
};

describe('an id of somebody else', () => {
  it('has a known meaning wherever a request may carry one', () => {
    const unknown = places
      .filter(({ place }) => !(place.name in named))
      .map(({ operation, place }) => `${operation.name} ${place.path}`);
    expect(unknown).toEqual([]);
    const all = new Set(places.map(({ operation, place }) => `${operation.name} ${place.path}`));
    expect(Object.keys(harmless).filter((one) => !all.has(one))).toEqual([]);
  });

  it('is refused in every body and question, of a firm of the same city and of another city', async () => {
    const taken: string[] = [];
    for (const attempt of tries()) {
      const status = await answerTo(attempt);
      if (status < 400 || status >= 500) taken.push(sentence(attempt, status));
    }
    expect(taken).toEqual([]);
  }, 120_000);
});

interface Try {
  readonly operation: ApiOperation;
  readonly place: IdPlace;
  readonly caller: TestColleague;
  readonly foreign: TestOrganisation;
}

function* tries(): Generator<Try> {
  for (const { operation, place } of places) {
    if (`${operation.name} ${place.path}` in harmless) continue;
    for (const caller of callersOf(operation))
      for (const foreign of foreignTo(caller)) yield { operation, place, caller, foreign };
  }
}

const sentence = ({ operation, place, caller, foreign }: Try, status: number) =>
  `${caller.person.role} → ${operation.name} ${place.path} of ${foreign.name}: ${status}`;

/** One of each role that may do this to some thing; of the firms the one that has things of its own here. */
function callersOf({ permission }: ApiOperation): readonly TestColleague[] {
  return postRoles.flatMap((role) => {
    if (permission === undefined || !isPermission(permission) || !mayEver(permission, role)) return [];
    const all = testColleagues.filter(
      ({ person, organisation }) => person.role === role && organisation.city === testCity,
    );
    const own = all.find(({ organisation }) => organisation === tackle) ?? all[0];
    return own ? [own] : [];
  });
}

/** For the bureau and the administrators every thing of their city is their own business. */
function foreignTo({ person, organisation }: TestColleague): readonly TestOrganisation[] {
  return person.role === 'operator' || isAdministrator(person.role) || organisation === bankA
    ? [circleMeltblown]
    : [bankA, circleMeltblown];
}

async function answerTo({ operation, place, caller, foreign }: Try): Promise<number> {
  const client = await world.signIn(caller.username);
  const kind = named[place.name];
  const own = things.get(caller.organisation.id) ?? thingsOf(tackle);
  const request = withId(requestOf(operation, own), { place, id: kind ? thingsOf(foreign)[kind] : '' });
  const headers = { cookie: client.cookie, origin: 'http://localhost', host: 'localhost', ...request.headers };
  return (await world.app.inject({ ...request, headers })).statusCode;
}

const isPermission = (name: string): name is Permission => name in permissions;
