import { postRoles } from '@zhitong/domain/directory/organisation';
import { may, type Permission, permissions } from '@zhitong/domain/directory/permission';
import { type Relation, relations } from '@zhitong/domain/directory/relation';
import { isAdministrator } from '@zhitong/domain/directory/role-groups';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOperation, listApiOperations } from '#testing/api-operations';
import { openAddresses } from '#testing/open-addresses';
import { type OwnedThings, writeOwnedThings } from '#testing/owned-things';
import { requestOf } from '#testing/sample-request';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import {
  circleMeltblown,
  type TestColleague,
  type TestOrganisation,
  tackle,
  testCity,
  testColleagues,
} from '#testing/test-world';
import { formWith } from '#testing/upload';

/** Whose the thing is that the address names. */
type Whose = 'own' | 'foreign' | 'other city';

let world: TestApp;
let operations: readonly ApiOperation[];
const things = new Map<string, OwnedThings>();

beforeAll(async () => {
  world = await createTestApp();
  operations = listApiOperations(world.app);
  const { database } = world;
  const { newId } = world.effects;
  for (const owner of [...callers().map(({ organisation }) => organisation), tackle, circleMeltblown])
    if (!things.has(owner.id))
      things.set(owner.id, await writeOwnedThings(database, { owner, other: partnerOf(owner), newId }));
});
afterAll(() => world.close());

const named = () =>
  operations.flatMap((operation) =>
    isPermission(operation.permission) ? [{ ...operation, permission: operation.permission }] : [],
  );
const isPermission = (name: string | undefined): name is Permission => name !== undefined && name in permissions;

/** One person of the test city in each role. */
function callers(): readonly TestColleague[] {
  return postRoles.map((role) => {
    const found = testColleagues.find(
      ({ person, organisation }) => person.role === role && organisation.city === testCity,
    );
    if (!found) throw new Error(`nobody in the test city is ${role}`);
    return found;
  });
}

/** Somebody who is none of the callers, so that what it is told of is not theirs. */
const partnerOf = (owner: TestOrganisation) => (owner === tackle ? circleMeltblown : tackle);

/** In which relations a caller stands to a thing that is its own, another's, or in another city. */
function held({ person: { role }, organisation: { kind } }: TestColleague, whose: Whose): readonly Relation[] {
  // a firm is no body that answers for cases
  if (whose === 'own') return kind === 'enterprise' ? relations.filter((one) => one !== 'assigned') : relations;
  if (whose === 'other city') return ['anywhere'];
  return [
    'city',
    'anywhere',
    ...(role === 'operator' ? ['bureau' as const] : []),
    ...(isAdministrator(role) ? ['administrator' as const] : []),
  ];
}

interface Try {
  readonly operation: ApiOperation & { readonly permission: Permission };
  readonly caller: TestColleague;
  readonly whose: Whose;
}

/** Every address × every role × whose thing; an address without a thing in it has one case only. */
function* tries(): Generator<Try> {
  for (const operation of named())
    for (const caller of callers())
      for (const whose of operation.pathParameters.length > 0
        ? (['foreign', 'other city', 'own'] as const)
        : (['own'] as const))
        yield { operation, caller, whose };
}

const mayTry = ({ operation, caller, whose }: Try) =>
  may(operation.permission, caller.person.role, held(caller, whose));

async function answerTo({ operation, caller, whose }: Try): Promise<number> {
  const client = await clientFor(operation, caller.username);
  const owner = { own: caller.organisation, foreign: tackle, 'other city': circleMeltblown }[whose];
  const own = things.get(owner.id);
  if (!own) throw new Error(`no things of ${owner.name}`);
  const request = { ...requestOf(operation, own), ...(await fileFor(operation)) };
  const reply = await world.app.inject({
    ...request,
    headers: { cookie: client.cookie, origin: 'http://localhost', host: 'localhost', ...request.headers },
  });
  return reply.statusCode;
}

/** Addresses that take a file get one they like. */
const files: Readonly<Record<string, Parameters<typeof formWith>[0]>> = {
  'POST /api/imports': { name: '名录.csv', content: Buffer.from('名称\n'), fields: { kind: 'organisations' } },
  'POST /api/request-files': { name: '合同.pdf', content: Buffer.from('%PDF-1.7\n%%EOF') },
  'POST /api/chains/{id}/draft/file': { name: '链图.json', content: Buffer.from('{}') },
  'POST /api/evidence': { name: '营业执照.pdf', content: Buffer.from('%PDF-1.7\n%%EOF') },
};

async function fileFor({ name }: ApiOperation) {
  const file = files[name];
  return file ? formWith(file) : {};
}

/** Looking at somebody's screens changes what a session may do: it is tried in one of its own. */
function clientFor({ name }: ApiOperation, username: string): Promise<TestClient> {
  if (name !== 'POST /api/posts/{id}/viewing') return world.signIn(username);
  // a code of the phone is good once
  world.effects.pass(30_000);
  return world.signInAnew(username);
}

const sentence = ({ operation, caller, whose }: Try, status: number) =>
  `${caller.person.role} → ${operation.name} (${operation.permission}), ${whose}: ${status}`;

describe('every address of the API', () => {
  it('names its permission, or stands in the closed list of open ones with a reason', () => {
    const names = new Set(named().map(({ name }) => name));
    const open = operations.map(({ name }) => name).filter((name) => !names.has(name));
    expect(open.toSorted()).toEqual(Object.keys(openAddresses).toSorted());
  });

  it('turns away whoever is not signed in, before it looks at anything else', async () => {
    for (const { method, path, name } of named()) {
      const url = path.replaceAll(/\{\w+\}/g, 'not-an-id');
      const reply = await world.app.inject({ method, url, headers: { origin: 'http://localhost', host: 'localhost' } });
      expect([name, reply.statusCode]).toEqual([name, 401]);
    }
  });

  it('turns away every role in every relation that the permission table does not list', async () => {
    const open: string[] = [];
    for (const attempt of tries()) {
      if (mayTry(attempt)) continue;
      const status = await answerTo(attempt);
      if (![403, 404].includes(status)) open.push(sentence(attempt, status));
    }
    expect(open).toEqual([]);
  }, 120_000);

  it('lets in every role in every relation that the permission table lists', async () => {
    const closed: string[] = [];
    for (const attempt of tries()) {
      if (!mayTry(attempt)) continue;
      const status = await answerTo(attempt);
      if ([400, 401, 403, 404].includes(status) || status >= 500) closed.push(sentence(attempt, status));
    }
    expect(closed).toEqual([]);
  }, 120_000);
});
