import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  dropDataDir,
  freePort,
  newDataDir,
  type RunningProduct,
  startInVain,
  startProduct,
} from './support/product.ts';
import { canMount, onSmallDisk } from './support/small-disk.ts';

// Starting is tried on an empty house: the demo city would only make each start longer.
const bare = { ZHITONG_DEMO: '0', ZHITONG_SECRET: 'only-for-tests-0123456789abcdef0123456789' };
const folders: string[] = [];
let product: RunningProduct | undefined;

function folder(): string {
  const made = newDataDir();
  folders.push(made);
  return made;
}

afterEach(async () => {
  if (product && product.process.exitCode === null) await product.stop();
  product = undefined;
  for (const made of folders.splice(0)) dropDataDir(made);
});

async function health(of: RunningProduct): Promise<unknown> {
  return (await fetch(`${of.url}/api/health`)).json();
}

function databasePid(of: RunningProduct): number {
  return Number(readFileSync(join(of.dataDir, 'postgresql-data', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Like Ctrl-C at the process that holds the data folder. */
async function stopWhileStarting(dataDir: string): Promise<boolean> {
  const holder = Number(readFileSync(join(dataDir, 'zhitong.lock'), 'utf8'));
  return process.kill(holder, 'SIGINT');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('starting the product', () => {
  it('says the address it serves on, and Ctrl-C stops it with its database', async () => {
    product = await startProduct({ dataDir: folder(), env: bare });
    expect(await health(product)).toMatchObject({ status: 'ok', database: 'embedded' });
    expect(product.output()).toContain(`:${product.port}`);
    const database = databasePid(product);
    expect(await product.stop()).toBe(0);
    // a dead process stays listed for a moment, until its parent has taken notice
    await expect.poll(() => isAlive(database), { timeout: 10_000 }).toBe(false);
    expect(existsSync(join(product.dataDir, 'postgresql-data', 'postmaster.pid'))).toBe(false);
  });

  it('prints the demo sign-ins when the demo city is loaded', async () => {
    product = await startProduct({ dataDir: folder() });
    await expect.poll(product.output).toContain('firm.spunbond');
    expect(product.output()).toContain('Zhitong-2026');
  });

  it('leaves nothing behind when it is stopped in the middle of its first start, and the next start begins anew', async () => {
    const dataDir = folder();
    const first = startProduct({ dataDir });
    first.catch(() => undefined);
    const pid = join(dataDir, 'postgresql-data', 'postmaster.pid');
    await expect.poll(() => existsSync(pid), { timeout: 20_000 }).toBe(true);
    const stopped = await stopWhileStarting(dataDir);
    expect(stopped).toBe(true);
    await expect(first).rejects.toThrow(/ended with/);
    expect(existsSync(pid)).toBe(false);
    product = await startProduct({ dataDir });
    expect(await health(product)).toMatchObject({ status: 'ok' });
  });

  it('recovers by itself after kill -9', async () => {
    const dataDir = folder();
    const first = await startProduct({ dataDir, env: bare });
    await first.kill();
    product = await startProduct({ dataDir, env: bare });
    expect(await health(product)).toMatchObject({ status: 'ok' });
  });

  it('refuses a second start on the same data folder and leaves the first alone', async () => {
    product = await startProduct({ dataDir: folder(), env: bare });
    const second = await startInVain({ dataDir: product.dataDir, env: bare });
    expect(second.code).toBe(1);
    expect(second.output).toContain('already running');
    expect(await health(product)).toMatchObject({ status: 'ok' });
  });

  it('says which port is taken, and leaves nothing running', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    const dataDir = folder();
    const refused = await startInVain({ dataDir, port, env: bare });
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(`Port ${port} is taken`);
    expect(refused.output).not.toContain('    at ');
    expect(existsSync(join(dataDir, 'postgresql-data', 'postmaster.pid'))).toBe(false);
  });

  it('names every bad setting at once', async () => {
    const refused = await startInVain({ dataDir: folder(), env: { ...bare, ZHITONG_CITY: 'weihai', PORT: 'http' } });
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/PORT must be[\s\S]*ZHITONG_CITY must be/);
  });

  it('says that the database of DATABASE_URL cannot be reached', async () => {
    const port = await freePort();
    const refused = await startInVain({
      dataDir: folder(),
      env: { ...bare, DATABASE_URL: `postgresql://nobody:secret-word@127.0.0.1:${port}/city` },
    });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain(`127.0.0.1:${port} cannot be reached`);
    expect(refused.output).not.toContain('secret-word');
  });

  it('says that the identity provider of the operator cannot be reached, instead of starting without it', async () => {
    const issuer = `http://127.0.0.1:${await freePort()}`;
    const provider = {
      ZHITONG_OIDC_ISSUER: issuer,
      ZHITONG_OIDC_CLIENT_ID: 'city',
      ZHITONG_OIDC_CLIENT_SECRET: 'secret-word',
    };
    const refused = await startInVain({ dataDir: folder(), env: { ...bare, ...provider } });
    expect(refused.output).toContain(`${issuer} does not answer`);
    expect(refused.output).not.toContain('secret-word');
    expect(refused.code).toBe(1);
  });

  it('says that the data folder cannot be used when it is a file', async () => {
    const dataDir = join(folder(), 'a-file');
    writeFileSync(dataDir, '');
    const refused = await startInVain({ dataDir, env: bare });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('is not a folder');
  });

  it.runIf(process.platform === 'linux')(
    'says that the data folder cannot be made where no folder can be',
    async () => {
      const refused = await startInVain({ dataDir: '/proc/zhitong', env: bare });
      expect(refused.code).toBe(1);
      expect(refused.output).toContain('cannot be written');
    },
  );

  it.runIf(process.getuid?.() === 0)('says so when only root could enter the data folder', async () => {
    const closed = join(folder(), 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o700);
    const refused = await startInVain({ dataDir: join(closed, 'data'), env: bare });
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('only root can enter');
  });

  it.runIf(canMount())(
    'says that the disk is full: at the first byte, and in the middle of making the database',
    async () => {
      for (const size of ['16k', '24m']) {
        const dataDir = folder();
        const refused = await startInVain({ dataDir, env: bare, prefix: onSmallDisk(dataDir, { size }) });
        expect(refused.output).toContain('is full');
        expect(refused.output).not.toContain('    at ');
        expect(refused.code).toBe(1);
      }
    },
  );
});
