import { pdf } from '@zhitong/domain/directory/evidence-samples';
import { inContext } from '#platform/context';
import type { TestApp, TestClient } from './test-app.ts';
import { testCity } from './test-world.ts';
import { upload } from './upload.ts';

/** Firms nobody speaks for, and claims of them. */
export class ClaimPlay {
  readonly #house: TestApp;
  #firms = 0;

  constructor(house: TestApp) {
    this.#house = house;
  }

  async freeFirm(kind = 'enterprise'): Promise<string> {
    const { database, effects } = this.#house;
    const id = effects.newId();
    const name = `威海新帆第${++this.#firms}绳网有限公司（演示）`;
    await inContext(database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('organisation')
        .values({
          ...{ city: testCity, id, kind, name, source: '演示数据' },
          ...{ as_of: '2026-11-01', demo: true, created_at: effects.now() },
        })
        .execute(),
    );
    return id;
  }

  async handIn(client: TestClient): Promise<string> {
    const file = { url: '/api/evidence', name: '营业执照.pdf', content: pdf };
    return (await upload(this.#house, client, file)).json().id;
  }

  /** A firm that was just claimed, with so many papers. */
  async claimed(username = 'firm.buyer', files = 1) {
    const client = await this.#house.signIn(username);
    const firm = await this.freeFirm();
    const evidence = await Promise.all(Array.from({ length: files }, () => this.handIn(client)));
    const reply = await client.post(`/api/organisations/${firm}/claims`, { evidence });
    if (reply.statusCode !== 201) throw new Error(reply.body);
    return { client, firm, id: reply.json().claim.id as string, reply: reply.json().claim };
  }
}
