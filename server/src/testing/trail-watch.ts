import type { FastifyInstance } from 'fastify';
import { inContext } from '#platform/context';
import type { Database } from '#platform/database';
import { circleMeltblown, testCity } from './test-world.ts';
import { demoOnlyOperations, unauditedOperations } from './unaudited-operations.ts';

/**
 * Watches every test of the application: an address that changed something successfully, and never left an entry in the trail
 * for it, fails the test file when its app closes. (Not each call: a second click changes nothing and says the same.)
 */
export class TrailWatch {
  readonly #requests = new Map<string, string[]>();

  constructor(app: FastifyInstance) {
    app.addHook('onResponse', (request, reply, done) => {
      const { url = '' } = request.routeOptions;
      const name = `${request.method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`;
      const isChange = request.method !== 'GET' && request.method !== 'HEAD' && url.startsWith('/api/');
      if (isChange && reply.statusCode < 300 && !(name in unauditedOperations) && !(name in demoOnlyOperations))
        this.#requests.set(name, [...(this.#requests.get(name) ?? []), request.id]);
      done();
    });
  }

  /** Addresses that changed something so far, and left no entry. */
  async unaudited(database: Database): Promise<readonly string[]> {
    const recorded = new Set<string | null>();
    for (const city of [testCity, circleMeltblown.city]) {
      const rows = await inContext(database, { city, viewer: 'system' }, (tx) =>
        tx.selectFrom('audit_entry').select('request_id').distinct().where('city', '=', city).execute(),
      );
      for (const row of rows) recorded.add(row.request_id);
    }
    return [...this.#requests].filter(([, ids]) => !ids.some((id) => recorded.has(id))).map(([name]) => name);
  }

  get changed(): ReadonlySet<string> {
    return new Set(this.#requests.keys());
  }
}
