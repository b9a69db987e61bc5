import { permissions } from '@zhitong/domain/directory/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiOperation, listApiOperations } from '#testing/api-operations';
import { openAddresses } from '#testing/open-addresses';
import { createTestApp, type TestApp } from '#testing/test-app';

let world: TestApp;
let operations: readonly ApiOperation[];
beforeAll(async () => {
  world = await createTestApp();
  operations = listApiOperations(world.app);
});
afterAll(() => world.close());

const named = () => operations.filter(({ permission }) => permission !== undefined && permission in permissions);

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
});
