import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { inContext } from '#platform/context';
import { connect } from '#platform/database';
import { smallFolder, writeFolder } from '#testing/chainkg-small-folder';
import { cloneDatabase } from '#testing/test-cluster';
import { testCity, testWorldPassword } from '#testing/test-world';
import { runCommand } from './run-command.ts';

const secret = 'a secret of the tests, thirty-two characters';

async function newTerminal(lang = 'en', more: Readonly<Record<string, string>> = {}) {
  const { url, ownerUrl } = await cloneDatabase(inject('adminUrl'), 'world');
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-cli-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = {
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: url,
    ZHITONG_SECRET: secret,
    ZHITONG_DATA_DIR: folder,
    LANG: lang,
    ...more,
  };
  return async (...words: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCommand(words, {
      env,
      out: (line) => out.push(line),
      err: { write: (text: string) => err.push(text) },
    });
    return { code, out: out.join('\n'), err: err.join('') };
  };
}

function newFolder(files = smallFolder): string {
  const folder = writeFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the command line', () => {
  it.each([
    ['zh_CN.UTF-8', '用法：npm run zhitong'],
    ['en_GB.UTF-8', 'Usage: npm run zhitong'],
  ])('under LANG=%s helps in that language, without touching a database', async (LANG, words) => {
    const out: string[] = [];
    const code = await runCommand(['--help'], {
      env: { LANG },
      out: (line) => out.push(line),
      err: { write: () => undefined },
    });
    expect(code).toBe(0);
    expect(out.join('\n')).toContain(words);
    for (const name of ['import chainkg DIR', 'user add USERNAME', 'status']) expect(out.join('\n')).toContain(name);
  });

  it('says what is wrong with what was typed, hints at --help, and ends with 2', async () => {
    const type = await newTerminal();
    expect(await type('fly')).toMatchObject({
      code: 2,
      err: 'There is no command fly.\nTry npm run zhitong -- --help\n',
    });
    expect(await type('import', 'chainkg')).toMatchObject({
      code: 2,
      err: expect.stringContaining('import chainkg needs: DIR.'),
    });
    expect(await type('status', '--wings')).toMatchObject({
      code: 2,
      err: expect.stringContaining("Unknown option '--wings'"),
    });
    expect(await type('import', 'chainkg', '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Companies enter their own city'),
    });
  });

  it('names every bad setting and ends with 1', async () => {
    const err: string[] = [];
    const env = { ZHITONG_CITY: 'Weihai', PORT: 'x' };
    const code = await runCommand(['status'], { env, out: () => undefined, err: { write: (text) => err.push(text) } });
    expect(code).toBe(1);
    expect(err.join('')).toMatch(/PORT[\s\S]*ZHITONG_CITY/);
  });
});

describe('import chainkg', () => {
  it('prints the report, what was written and the rate; the second time 0 new', async () => {
    const type = await newTerminal();
    const folder = newFolder();
    const first = await type('import', 'chainkg', folder);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(
      /Relation of a product with itself \[dropped\][\s\S]*Written: 3 companies[\s\S]*29 rows read in .* rows\/s\./,
    );
    expect((await type('import', 'chainkg', folder)).out).toContain('0 new: all of it was there already');
  });

  it('tells each step in a plain line when the output is no terminal', async () => {
    const type = await newTerminal('zh_CN.UTF-8');
    const { err } = await type('import', 'chainkg', newFolder());
    expect(err).toBe('读取并核对文件 …\n清洗 …\n送往数据库 …\n按城市写入 …\n提交 …\n');
  });

  it('refuses a wrong folder and a broken file in the reader’s language, and writes nothing', async () => {
    const type = await newTerminal('zh_CN.UTF-8');
    expect(await type('import', 'chainkg', tmpdir())).toMatchObject({
      code: 1,
      err: expect.stringContaining('不是产业链图谱的文件夹'),
    });
    const broken = newFolder({ ...smallFolder, products: 'name\na,b\n' });
    expect((await type('import', 'chainkg', broken)).err).toContain('products.csv 第 2 行不是完整的 CSV');
    expect((await type('status')).out).toContain('导入 0 条');
  });
});

describe('seed demo', () => {
  it('is refused on an installation for another city', async () => {
    const type = await newTerminal('en', { ZHITONG_CITY: '370600' });
    expect(await type('seed', 'demo')).toMatchObject({
      code: 2,
      err: expect.stringContaining('this installation is 370600'),
    });
  });
});

describe('user reset', () => {
  it('prints a one-time link and no password, and says so of a name nobody has', async () => {
    const type = await newTerminal();
    const { code, out } = await type('user', 'reset', 'firm.buyer');
    expect(code).toBe(0);
    expect(out).toMatch(/works once, shown only now\):\nhttp:\/\/localhost:8080\/set-password#[\w-]{43}$/);
    expect(await type('user', 'reset', 'nobody.at.all')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('There is no such username') },
    });
  });
});

describe('user add', () => {
  const person = ['--organisation', '威海市工业和信息化局', '--name', '演示-庚', '--role', 'operator'];

  it('makes a person, a post and an account, and shows a password it made only once', async () => {
    const type = await newTerminal();
    const { code, out } = await type('user', 'add', 'second.officer', ...person);
    expect(code).toBe(0);
    expect(out).toMatch(
      /Added second\.officer \(演示-庚, 威海市工业和信息化局, operator\)\.\nPassword \(shown only now\): \S{16}$/,
    );
    expect((await type('user', 'add', 'third.officer', ...person, '--password', testWorldPassword)).out).not.toContain(
      'Password',
    );
  });

  it('refuses a taken name, an unknown organisation or role, a short password, and leaves nobody behind', async () => {
    const type = await newTerminal();
    const [organisation, bureau, name, who, role] = person;
    expect((await type('user', 'add', 'bureau', ...person)).err).toContain('This username is taken');
    expect((await type('user', 'add', 'x.y', ...person, '--password', 'short')).err).toContain('10 characters');
    expect((await type('user', 'add', 'x y', ...person)).err).toContain('3 to 30');
    expect((await type('user', 'add', 'x.y', name ?? '', who ?? '')).err).toContain(
      '--organisation and --name are required',
    );
    expect((await type('user', 'add', 'x.y', organisation ?? '', 'Nobody', name ?? '', who ?? '')).err).toContain(
      'No organisation of this city',
    );
    const king = await type(
      'user',
      'add',
      'x.y',
      organisation ?? '',
      bureau ?? '',
      name ?? '',
      who ?? '',
      role ?? '',
      'king',
    );
    expect(king).toMatchObject({ code: 2, err: expect.stringContaining('The role is one of') });
  });
});

describe('status', () => {
  it('shows database, migrations, graph, offers, city and log', async () => {
    const type = await newTerminal();
    const { code, out } = await type('status');
    expect(code).toBe(0);
    for (const word of ['external, PostgreSQL', 'latest 00', 'by hand', 'offers', 'City 371000', 'sealed to position'])
      expect(out).toContain(word);
  });
});

describe('duties check', () => {
  it('prints 0 and ends with 0 as long as somebody answers for every matter', async () => {
    const type = await newTerminal('zh');
    const { code, out } = await type('duties', 'check');
    expect([code, out]).toEqual([0, '0 件无主事项（在册 0 件，从今天起逐日核对）']);
  });

  it('names each orphan with its first day and ends with 3', async () => {
    const { url, ownerUrl } = await cloneDatabase(inject('adminUrl'), 'world');
    const orphan = { id: uuidv7(), number: '214', title: '消防验收', list: 'problem', class: 'simple', level: 'city' };
    const database = connect({ url, kind: 'external' });
    await inContext(database, { city: testCity, viewer: 'system' }, (tx) =>
      tx
        .insertInto('duty')
        .values({ ...orphan, city: testCity, valid_from: '2026-01-01', source: 'test', created_at: new Date(0) })
        .execute(),
    );
    await database.close();
    const type = await newTerminal('en', { DATABASE_URL: ownerUrl, DATABASE_APP_URL: url });
    const { code, out } = await type('duties', 'check');
    expect(code).toBe(3);
    expect(out).toMatch(/^214 消防验收 {2}from \d{4}-\d\d-\d\d: no owner is named, or two are$/);
  });
});
