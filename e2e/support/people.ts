import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { demoPassword } from './browser.ts';

const cli = join(import.meta.dirname, '..', '..', 'server', 'src', 'cli.ts');

/** Gives a person of this organisation a sign-in, as an administrator does on the command line while the city runs. */
export async function addPerson(username: string, organisation: string): Promise<void> {
  const person = ['--organisation', organisation, '--name', '演示-新', '--role', 'manager', '--password', demoPassword];
  await promisify(execFile)(process.execPath, [cli, 'user', 'add', username, ...person], {
    env: { ...process.env, ZHITONG_DATA_DIR: inject('city').dataDir },
  });
}
