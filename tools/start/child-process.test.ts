import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { capture } from './child-process.mjs';
import { root } from './paths.mjs';

const module = pathToFileURL(join(root, 'tools/start/child-process.mjs')).href;

/** A "server" that says its process id, and says goodbye when it is asked to stop. */
const serverCode = `
  process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(0); });
  process.on('SIGINT', () => { console.log('asked to stop'); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log('server ' + process.pid + ' of ' + process.ppid);`;

/** Starts `npm → sh → bootstrap → server` the way npm does, and waits until the server has spoken; `rest` ends when all have. */
function startAsNpm(): Promise<{ npm: number; bootstrap: number; server: number; rest: Promise<string> }> {
  const bootstrap = `import { runTogether } from ${JSON.stringify(module)};
    process.exitCode = await runTogether([{ command: process.execPath, args: ['-e', ${JSON.stringify(serverCode)}] }]);`;
  const npm = spawn('sh', ['-c', '"$NODE" --input-type=module -e "$BOOTSTRAP"; echo "exit $?"'], {
    env: { ...process.env, NODE: process.execPath, BOOTSTRAP: bootstrap, npm_lifecycle_event: 'start' },
  });
  let written = '';
  const rest = new Promise<string>((resolve) => npm.stdout.on('close', () => resolve(written)));
  return new Promise((resolve) => {
    npm.stdout.on('data', (part) => {
      written += part;
      const [, server, bootstrap] = /server (\d+) of (\d+)/.exec(written) ?? [];
      if (npm.pid && server && bootstrap) {
        resolve({ npm: npm.pid, bootstrap: Number(bootstrap), server: Number(server), rest });
      }
    });
  });
}

describe('a program run by the house', () => {
  it('answers with its exit code and with what it wrote', async () => {
    const { code, output } = await capture(process.execPath, ['-e', 'console.log("said"); process.exit(3)']);
    expect({ code, output }).toEqual({ code: 3, output: 'said\n' });
  });

  it('answers 128 and the signal when a signal ended it', async () => {
    expect((await capture(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'])).code).toBe(137);
  });

  it('that is not there is a failure, not a crash', async () => {
    const { code, output } = await capture('no-such-program', []);
    expect(code).not.toBe(0);
    expect(output).toContain('ENOENT');
  });
});

describe('the server of npm start', () => {
  it('is asked to stop when npm is killed outright', async () => {
    const { npm, rest } = await startAsNpm();
    process.kill(npm, 'SIGKILL');
    expect(await rest).toContain('asked to stop');
  });

  it('hands its exit code up when it ends by itself', async () => {
    const { server: pid, rest } = await startAsNpm();
    process.kill(pid, 'SIGKILL');
    expect(await rest).toContain('exit 137');
  });

  it('stops cleanly, once, when the terminal interrupts', async () => {
    const { bootstrap, rest } = await startAsNpm();
    process.kill(bootstrap, 'SIGINT');
    const written = await rest;
    expect(written.match(/asked to stop/g)).toHaveLength(1);
    expect(written).toContain('exit 0');
  });
});
