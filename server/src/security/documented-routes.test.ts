import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance, RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSingleSignOn } from '#features/directory/oidc-client';
import { listApiOperations } from '#testing/api-operations';
import { createTestApp, type TestApp } from '#testing/test-app';
import { startTestProvider, type TestProvider, testClient } from '#testing/test-provider';
import { undocumentedRoutes } from '#testing/undocumented-routes';

const begun = 'fastify.initialization';
const registered = new Set<string>();
let world: TestApp;
let provider: TestProvider;

/** `GET /api/needs/{id}`, as the document writes it. */
const nameOf = (method: string, url: string) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`;

function watch(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook('onRoute', ({ method, url }: RouteOptions) => {
    for (const one of [method].flat()) registered.add(nameOf(one, url));
  });
}

beforeAll(async () => {
  provider = await startTestProvider();
  // single sign-on brings routes of its own
  const singleSignOn = await openSingleSignOn({ ...testClient, issuer: provider.issuer, name: '登录', claim: 'sub' });
  // every route the server answers, however it was registered: Fastify itself says so
  subscribe(begun, watch);
  world = await createTestApp({ settings: { singleSignOn } });
  unsubscribe(begun, watch);
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

/** The head of an address that is read is answered with it. */
const isHead = (name: string) => name.startsWith('HEAD ') && registered.has(name.replace(/^HEAD (.+?)\/?$/, 'GET $1'));
/** Served where the web app is built; the tests run without it too. */
const ofWebApp = ['GET /*', 'GET /assets/*'];

describe('every route the server answers', () => {
  it('stands in the OpenAPI document, where the walks find it, or in the closed list with its reason', () => {
    const documented = new Set(listApiOperations(world.app).map(({ name }) => name));
    expect(documented.size).toBeGreaterThan(100);
    const hidden = [...registered].filter((name) => !documented.has(name) && !isHead(name));
    expect(hidden.filter((name) => undocumentedRoutes[name] === undefined)).toEqual([]);
    const gone = Object.keys(undocumentedRoutes).filter((name) => !registered.has(name) && !ofWebApp.includes(name));
    expect(gone).toEqual([]);
    expect([...documented].filter((name) => !registered.has(name))).toEqual([]);
  });
});
