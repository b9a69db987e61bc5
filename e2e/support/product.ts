import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', '..', 'server', 'src', 'main.ts');

/** The product as a newcomer runs it: the real server process with its own database in a folder of its own. */
export interface RunningProduct {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** everything it has printed */
  output(): string;
  /** like Ctrl-C; answers the exit code */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export interface StartOptions {
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** a program that starts the product, e.g. with a disk of its own */
  readonly prefix?: readonly string[];
}

export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function dropDataDir(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts the product and waits until it says that it is ready; a start that ends instead is an error with its last words. */
export async function startProduct(options: StartOptions = {}): Promise<RunningProduct> {
  const dataDir = options.dataDir ?? newDataDir();
  const port = options.port ?? (await freePort());
  const run = launch({ dataDir, port, env: options.env ?? {}, prefix: options.prefix ?? [] });
  await run.until(/ready: http/);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    process: run.child,
    output: run.output,
    stop: async () => {
      run.child.kill('SIGINT');
      return run.ended;
    },
    kill: async () => {
      run.child.kill('SIGKILL');
      await run.ended;
    },
  };
}

/** Starts the product where it must refuse: answers its exit code and what it said. */
export async function startInVain(options: StartOptions): Promise<{ code: number | null; output: string }> {
  const run = launch({
    dataDir: options.dataDir ?? newDataDir(),
    port: options.port ?? (await freePort()),
    env: options.env ?? {},
    prefix: options.prefix ?? [],
  });
  const code = await run.ended;
  return { code, output: run.output() };
}

interface Launch {
  readonly dataDir: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  readonly prefix?: readonly string[];
}

function launch({ dataDir, port, env, prefix = [] }: Launch) {
  const [command = process.execPath, ...words] = [...prefix, process.execPath, main];
  const child = spawn(command, words, {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ZHITONG_DATA_DIR: dataDir,
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const heard = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const tell of heard) tell();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const until = (words: RegExp) =>
    new Promise<void>((ready, failed) => {
      const tell = () => words.test(text) && ready();
      heard.add(tell);
      tell();
      void ended.then((code) => failed(new Error(`the product ended with ${code}: ${text.slice(-2000)}`)));
    });
  return { child, output: () => text, ended, until };
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))));
    });
  });
}
