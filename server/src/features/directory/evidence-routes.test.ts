import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ofdOf, pdf, picture } from '@zhitong/domain/directory/evidence-samples';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inContext } from '#platform/context';
import { createTestApp, type TestApp, type TestClient } from '#testing/test-app';
import { buyer, testCity } from '#testing/test-world';
import { upload } from '#testing/upload';

let house: TestApp;
let firm: TestClient;
let office: TestClient;
let other: TestClient;

beforeAll(async () => {
  house = await createTestApp();
  firm = await house.signIn('firm.buyer');
  office = await house.signIn('bureau');
  other = await house.signIn('firm.meltblown');
});
afterAll(() => house.close());

const handIn = (name = '营业执照.pdf', content: Uint8Array = pdf, client = firm) =>
  upload(house, client, { url: '/api/evidence', name, content });
const newFile = async () => (await handIn()).json().id as string;
const link = (client: TestClient, id: string, purpose = 'own-check') =>
  client.post(`/api/evidence/${id}/links`, { purpose });
const trail = (action: string) =>
  inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
    tx
      .selectFrom('audit_entry')
      .select(['action', 'actor_person', 'actor_organisation', 'subject_id', 'why'])
      .where('city', '=', testCity)
      .where('action', '=', action)
      .execute(),
  );

describe('handing in evidence', () => {
  it('takes a PDF, a picture and an electronic licence and answers what it kept', async () => {
    const reply = await handIn();
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toEqual({
      id: expect.any(String),
      name: '营业执照.pdf',
      type: 'application/pdf',
      bytes: pdf.length,
    });
    expect((await handIn('a.png', picture('png', { width: 4, height: 3 }))).statusCode).toBe(201);
    expect((await handIn('a.ofd', ofdOf(['OFD.xml']))).statusCode).toBe(201);
  });

  it('keeps the name without paths, line ends and marks that turn it around', async () => {
    expect((await handIn('../../etc/执照\u202Ex.pdf')).json().name).toBe('执照x.pdf');
  });

  it.each([
    ['执照.pdf', '<html><script>alert(1)</script>', 'evidence.other-type'],
    ['执照.svg', '<svg onload="alert(1)"/>', 'evidence.other-type'],
    ['执照.html', '%PDF-1.7', 'evidence.other-ending'],
    ['执照.pdf', '', 'evidence.empty'],
  ])('refuses %s with the content %s', async (name, words, code) => {
    const reply = await handIn(name, new TextEncoder().encode(words));
    expect([reply.statusCode, reply.json().code]).toEqual([422, code]);
    expect(reply.json().message).toContain('执照');
  });

  it('refuses a picture that would unpack to four billion pixels', async () => {
    const reply = await handIn('a.png', picture('png', { width: 65_535, height: 65_535 }));
    expect(reply.json()).toMatchObject({ code: 'evidence.picture-too-large', details: { width: 65_535 } });
  });

  it('refuses what is larger than 10 MB, announced or not, and keeps nothing of it', async () => {
    const large = new Uint8Array(10 * 1024 * 1024 + 1);
    large.set(pdf);
    const reply = await handIn('large.pdf', large);
    expect(reply.statusCode).toBe(413);
    expect(reply.json()).toMatchObject({
      code: 'platform.file-too-large',
      message: '文件太大，最多 10 MB。请压缩，或分成几个文件',
    });
    const announced = await firm.post('/api/evidence', {}, { 'content-length': '1073741824' });
    expect(announced.statusCode).not.toBe(201);
  });

  it('refuses a call without a form, without a file, with two files, or cut off', async () => {
    expect((await firm.post('/api/evidence', { file: 'x' })).json().code).toBe('platform.upload-broken');
    const form = (body: string) =>
      house.app.inject({
        method: 'POST',
        url: '/api/evidence',
        headers: { cookie: firm.cookie, 'content-type': 'multipart/form-data; boundary=b' },
        payload: body,
      });
    const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\r\n';
    expect((await form('--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n')).json().code).toBe(
      'platform.file-missing',
    );
    expect((await form(`${part}${part}--b--\r\n`)).json().code).toBe('platform.upload-broken');
    expect((await form(part)).json().code).toBe('platform.upload-broken');
    expect((await form('')).statusCode).toBe(400);
  });

  it('stops reading a sender that never ends, without waiting for the rest', async () => {
    await house.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = house.app.server.address() as AddressInfo;
    const sent = await sendWithoutEnd(port, firm.cookie);
    expect(sent.status === 413 || sent.status === undefined).toBe(true);
    expect(sent.megabytes).toBeLessThan(64);
  });

  it('is for who is signed in, in a post of the city’s business', async () => {
    expect((await handIn('a.pdf', pdf, house.stranger)).statusCode).toBe(401);
    expect((await handIn('a.pdf', pdf, await house.signIn('sysadmin'))).statusCode).toBe(403);
  });

  it('takes no more than sixty files a day from one person', async () => {
    const tackle = await house.signIn('firm.tackle');
    await inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`insert into stored_file (city, id, kind, organisation_id, person_id, name, type, bytes, sha256, stored_at)
        select ${testCity}, gen_random_uuid(), 'evidence', post.organisation_id, post.person_id, 'a', 'a', 1, 'a', ${house.effects.now()}
        from post, generate_series(1, 60)
        where person_id = (select person_id from sign_in s join auth."user" u on u.id = s.user_id where u.username = 'firm.tackle')`.execute(
        tx,
      ),
    );
    const reply = await handIn('a.pdf', pdf, tackle);
    expect(reply.json()).toMatchObject({ code: 'evidence.too-many-today', details: { most: 60 } });
  });
});

describe('reading evidence', () => {
  it('opens through a link, as a file to be saved that no browser runs', async () => {
    const id = (await handIn("执照 (1)'.pdf")).json().id as string;
    const given = await link(firm, id);
    expect(given.statusCode).toBe(201);
    const reply = await firm.get(given.json().url);
    expect(reply.statusCode).toBe(200);
    expect(reply.rawPayload.equals(Buffer.from(pdf))).toBe(true);
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition':
        'attachment; filename="____1__.pdf"; filename*=UTF-8\'\'%E6%89%A7%E7%85%A7%20%281%29%27.pdf',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
  });

  it('is told with its purpose: who asked for the link, and who opened it', async () => {
    const id = await newFile();
    await office.get((await link(office, id, 'review')).json().url);
    for (const action of ['evidence.link-given', 'evidence.read'])
      expect(await trail(action)).toContainEqual(expect.objectContaining({ subject_id: id, why: 'review' }));
    expect(await trail('evidence.added')).toContainEqual(
      expect.objectContaining({ subject_id: id, actor_person: buyer.person.id, actor_organisation: buyer.id }),
    );
  });

  it('asks what for', async () => {
    expect((await link(firm, await newFile(), 'curiosity')).statusCode).toBe(400);
  });

  it('is for the organisation that handed it in and for the bureau of its city', async () => {
    const id = await newFile();
    expect((await link(office, id, 'review')).statusCode).toBe(201);
    expect((await link(await house.signIn('firm.buyer2'), id)).statusCode).toBe(201);
    for (const name of ['firm.meltblown', 'bank.a', 'handler.hrss', 'firm.yantai', 'chief.medical'])
      expect((await link(await house.signIn(name), id)).statusCode, name).toBe(404);
    for (const name of ['sysadmin', 'secadmin', 'auditadmin'])
      expect((await link(await house.signIn(name), id)).statusCode, name).toBe(403);
    expect((await link(house.stranger, id)).statusCode).toBe(401);
  });

  it('does not open by another’s link, a bent one, one for another file, or none', async () => {
    const [id, second] = [await newFile(), await newFile()];
    const { url } = (await link(office, id, 'review')).json();
    const inOwnPost = url.replace(/&post=.*/, '');
    for (const another of [firm, other]) expect((await another.get(url)).json().code).toBe('directory.other-post');
    expect((await firm.get(inOwnPost)).json().code).toBe('evidence.link-wrong');
    expect((await other.get(inOwnPost)).statusCode).toBe(404);
    expect((await house.stranger.get(url)).statusCode).toBe(401);
    expect((await office.get(url.replace(id, second))).json().code).toBe('evidence.link-wrong');
    expect((await office.get(url.replace('link=', 'link=x'))).json().code).toBe('evidence.link-wrong');
    expect((await office.get(`/api/evidence/${id}/content`)).statusCode).toBe(400);
  });

  it('does not open by a link that is five minutes old', async () => {
    const { url } = (await link(firm, await newFile())).json();
    house.effects.pass(5 * 60_000);
    expect((await firm.get(url)).json()).toMatchObject({ code: 'evidence.link-expired' });
  });

  it('is closed by the database itself, whatever the code above it asks', async () => {
    const id = await newFile();
    const organisation = (of: string) => ({ city: testCity, viewer: 'organisation', organisation: of }) as const;
    const rows = (of: string, table: 'stored_file' | 'stored_content') =>
      inContext(house.database, organisation(of), (tx) =>
        sql`select 1 from ${sql.table(table)} where city = ${testCity}`
          .execute(tx)
          .then(({ rows: found }) => found.length),
      );
    for (const table of ['stored_file', 'stored_content'] as const) {
      expect(await rows(buyer.id, table)).toBeGreaterThan(0);
      expect(await rows('01900000-0000-7000-8000-00000000dead', table)).toBe(0);
    }
    const change = inContext(house.database, { city: testCity, viewer: 'system' }, (tx) =>
      sql`update stored_content set content = 'x' where file_id = ${id}`.execute(tx),
    );
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

/** Sends zeros until the other side has had enough. */
function sendWithoutEnd(port: number, cookie: string): Promise<{ status: number | undefined; megabytes: number }> {
  return new Promise((resolve) => {
    let [bytes, status] = [0, undefined as number | undefined];
    const headers = { cookie, 'content-type': 'multipart/form-data; boundary=b' };
    const call = httpRequest({ port, method: 'POST', path: '/api/evidence', headers }, (reply) => {
      status = reply.statusCode;
      reply.resume();
    });
    const end = () => resolve({ status, megabytes: bytes / 1024 / 1024 });
    call.on('error', end).on('close', end);
    call.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
    const chunk = Buffer.alloc(256 * 1024);
    const more = () => {
      if (call.destroyed || status !== undefined || bytes > 200 * 1024 * 1024) return call.destroy();
      bytes += chunk.length;
      return call.write(chunk, () => setImmediate(more));
    };
    more();
  });
}
