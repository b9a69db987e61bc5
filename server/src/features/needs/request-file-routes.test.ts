import { pdf, picture } from '@zhitong/domain/directory/evidence-samples';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, aProblem, enterHrssMatter, submitProblem } from '#testing/case-play';
import { newKey } from '#testing/loop-play';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { upload } from '#testing/upload';

let world: TestApp;
let asBuyer: TestClient;
let asHrss: TestClient;
let asBureau: TestClient;
let asTackle: TestClient;
let matter: string;

beforeAll(async () => {
  world = await createTestApp({ settings: { limits: { idleMinutes: 5_000, absoluteHours: 500 } } });
  [asBuyer, asHrss, asBureau, asTackle] = await Promise.all([
    world.signIn('firm.buyer'),
    world.signIn('handler.hrss'),
    world.signIn('bureau'),
    world.signIn('firm.tackle'),
  ]);
  matter = await enterHrssMatter(world);
});
afterAll(() => world.close());

const handIn = (client = asBuyer, name = '合同.pdf', content: Uint8Array = pdf) =>
  upload(world, client, { url: '/api/request-files', name, content });
const fileOf = async (client = asBuyer) => (await handIn(client)).json().id as string;
const send = (files: readonly string[], client = asBuyer) =>
  client.post('/api/needs', { kind: 'problem', text: aProblem(), matter, files, idempotencyKey: newKey() });
const linkOf = (client: TestClient, id: string) => client.post(`/api/request-files/${id}/links`);

describe('a file of a request', () => {
  it('goes with it, and whoever may read the case reads it, by a link of its own, as a download', async () => {
    const id = await fileOf();
    const shot = (await handIn(asBuyer, '电表.png', picture('png', { width: 4, height: 3 }))).json().id;
    const { need, case: opened } = (await send([id, shot])).json();
    const names = (await asHrss.get(`/api/cases/${opened.id}`))
      .json()
      .case.files.map(({ name }: { name: string }) => name);
    expect(names).toEqual(['合同.pdf', '电表.png']);
    expect((await asBuyer.get(`/api/needs/${need.id}/timeline`)).json().files).toHaveLength(2);
    for (const client of [asBuyer, asHrss, asBureau]) {
      const { url } = (await linkOf(client, id)).json();
      const reply = await client.get(url);
      expect(reply.statusCode).toBe(200);
      expect(reply.headers).toMatchObject({
        ...{ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
        'content-security-policy': "sandbox; default-src 'none'",
      });
      expect(reply.headers['content-disposition']).toMatch(/^attachment;/);
    }
    expect((await linkOf(asTackle, id)).statusCode).toBe(404);
    const { url } = (await linkOf(asBuyer, id)).json();
    expect((await asHrss.get(url.replace(/&post=.*/, ''))).json().code, 'bound to its reader').toBe(
      'evidence.link-wrong',
    );
    world.effects.pass(6 * 60_000);
    expect((await asBuyer.get(url)).json().code).toBe('evidence.link-expired');
  });

  it('is checked by its bytes, its name and its size', async () => {
    const code = async (name: string, content: Uint8Array) => (await handIn(asBuyer, name, content)).json().code;
    const page = new TextEncoder().encode('<html><script>alert(1)</script>');
    expect(await code('合同.pdf', page)).toBe('evidence.other-type');
    expect(await code('合同.png', pdf)).toBe('evidence.other-ending');
    expect(await code('合同.pdf', new Uint8Array())).toBe('evidence.empty');
    expect((await handIn(asBuyer, '合同.pdf', new Uint8Array(11 * 1024 * 1024))).statusCode).toBe(413);
  });

  it('goes with one request only, and only with the firm’s own', async () => {
    const id = await fileOf();
    expect((await send([id])).statusCode).toBe(201);
    const again = await send([id]);
    expect([again.statusCode, again.json().code]).toEqual([422, 'needs.file-gone']);
    expect(again.json().message).toContain('有 1 个附件已不在');
    expect((await send([await fileOf(asTackle)])).json().code).toBe('needs.file-gone');
    const eleven = Array.from({ length: 11 }, () => id);
    expect((await send(eleven)).statusCode).toBe(400);
  });

  it('can be added later, with words', async () => {
    const { needId, caseId } = await submitProblem(asBuyer, { matter });
    const id = await fileOf();
    expect((await act(asBuyer, caseId, 'supplement', { files: [id] })).json().code).toBe('cases.incomplete');
    expect((await act(asBuyer, caseId, 'supplement', { text: '补合同', files: [id] })).statusCode).toBe(200);
    expect((await asBuyer.get(`/api/needs/${needId}/timeline`)).json().files).toMatchObject([{ id }]);
  });

  it('is handed in by firms and by bodies that answer them, not by the bureau', async () => {
    expect((await handIn(asHrss)).statusCode).toBe(201);
    expect((await handIn(asBureau)).statusCode).toBe(403);
  });

  it('is handed in at most sixty times a day by one person', async () => {
    let last = await handIn(asTackle);
    for (let time = 0; time < 60 && last.statusCode === 201; time += 1) last = await handIn(asTackle);
    expect([last.statusCode, last.json().code]).toEqual([429, 'evidence.too-many-today']);
  });
});
