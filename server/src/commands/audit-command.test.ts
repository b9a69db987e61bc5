import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { sealAudit } from '#platform/audit-sealer';
import { connect } from '#platform/database';
import { cloneDatabase } from '#testing/test-cluster';
import { tamper, writeEntries } from '#testing/test-trail';
import { testCity } from '#testing/test-world';
import { runCommand } from './run-command.ts';

let folder: string;
let ownerUrl: string;
let env: Record<string, string>;

beforeAll(async () => {
  const clone = await cloneDatabase(inject('adminUrl'), 'world');
  ownerUrl = clone.ownerUrl;
  folder = mkdtempSync(join(tmpdir(), 'zhitong-audit-'));
  chmodSync(folder, 0o755);
  env = {
    ...{ DATABASE_URL: ownerUrl, DATABASE_APP_URL: clone.url, ZHITONG_DATA_DIR: folder, LANG: 'en', INIT_CWD: folder },
    ZHITONG_SECRET: 'a secret of the tests, thirty-two characters',
  };
  const database = connect({ url: clone.url, kind: 'external' });
  await writeEntries(database, 12);
  await sealAudit(database, testCity);
  await database.close();
  return () => rmSync(folder, { recursive: true, force: true });
});

async function type(words: readonly string[], settings: Readonly<Record<string, string>> = env) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    env: settings,
    out: (line: string) => out.push(line),
    err: { write: (text: string) => err.push(text) },
  };
  const code = await runCommand(words, terminal);
  return { code, out: out.join('\n'), err: err.join('') };
}

describe('audit verify', () => {
  it('proves a trail that holds, prints its head, and ends with 0', async () => {
    const { code, out } = await type(['audit', 'verify']);
    expect([code, out]).toEqual([0, expect.stringMatching(/12 entries checked, chain intact/)]);
    expect(out).toMatch(/Head {6}12:[0-9a-f]{64}/);
  });

  it('exports a file that proves itself without any database', async () => {
    const written = await type(['audit', 'export', '--out', 'trail.jsonl']);
    expect([written.code, written.out]).toEqual([0, expect.stringMatching(/^12 entries written/)]);
    expect((await type(['audit', 'export', '--out', 'trail.jsonl'])).code, 'never overwrites').toBe(1);
    const offline = { LANG: 'en', INIT_CWD: folder };
    expect(await type(['audit', 'verify', '--from', 'trail.jsonl'], offline)).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'trail.jsonl'), 'utf8').trim().split('\n')).toHaveLength(14);
  });

  it('says what is typed wrongly', async () => {
    expect(await type(['audit', 'verify', '--head', 'x'])).toMatchObject({ code: 2 });
    expect(await type(['audit', 'verify', '--city', 'Weihai'])).toMatchObject({ code: 2 });
    expect(await type(['audit', 'export'])).toMatchObject({ code: 2 });
  });

  it('names number, time and name of the first broken entry, and ends with 3', async () => {
    await tamper(ownerUrl, `update audit_entry set actor_name = '别人' where city = '${testCity}' and position = 8`);
    const { code, out } = await type(['audit', 'verify'], { ...env, LANG: 'zh_CN.UTF-8' });
    expect([code, out]).toEqual([3, expect.stringMatching(/^第 8 条与前一条不符：.*，别人/)]);
  });
});

describe('security check', () => {
  it('says of each item what it found, and ends with 3 while something is not met', async () => {
    const { code, out } = await type(['security', 'check'], { ...env, ZHITONG_DEMO: '1' });
    expect(code).toBe(3);
    expect(out).toMatch(/^met {7}The app role is no superuser/m);
    expect(out).toMatch(/^met {7}Row-level security is forced/m);
    expect(out).toMatch(/^met {7}The app role can neither rewrite nor delete/m);
    expect(out).toMatch(/^met {7}No person is two/m);
    expect(out, 'the trail was tampered with above').toMatch(/^NOT MET {3}The audit chain holds/m);
    expect(out).toMatch(/^NOT MET {3}Demo accounts are off/m);
    expect(out).toMatch(/^operator {2}TLS in front/m);
  });

  it('finds a second factor that was begun and never confirmed, an entry left unsealed, and a secret others can read', async () => {
    const settings = { ...env, ZHITONG_DEMO: '1' };
    const { out: before } = await type(['security', 'check'], settings);
    expect(before).toMatch(/^met {7}Every administrator/m);
    expect(before).toMatch(/^met {7}No entry of the trail has waited/m);
    expect(before).toMatch(/^met {7}Secrets in the data folder/m);
    writeFileSync(join(folder, 'secret'), 'x', { mode: 0o644 });
    await tamper(
      ownerUrl,
      'update auth.second_factor set confirmed_at = null',
      `update audit_entry set position = null, hash = null, at = at - interval '1 hour' where city = '${testCity}' and position = 12`,
    );
    const { out } = await type(['security', 'check'], settings);
    rmSync(join(folder, 'secret'));
    expect(out).toMatch(/^NOT MET {3}Every administrator/m);
    expect(out).toMatch(/^NOT MET {3}No entry of the trail has waited/m);
    expect(out).toMatch(/^NOT MET {3}Secrets in the data folder/m);
  });

  it('finds a table whose row-level security was switched off, and rights given to the app role', async () => {
    await tamper(
      ownerUrl,
      'alter table need disable row level security',
      'grant update, delete on audit_entry to zhitong_app',
    );
    const { out } = await type(['security', 'check']);
    expect(out).toMatch(/^NOT MET {3}Row-level security is forced/m);
    expect(out).toMatch(/^NOT MET {3}The app role can neither rewrite/m);
    await tamper(ownerUrl, 'alter table need enable row level security');
  });
});
