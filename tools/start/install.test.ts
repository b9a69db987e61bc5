import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { capture } from './child-process.mjs';
import { root } from './paths.mjs';
import { knownCause } from './stop-sentence.mjs';

describe('npm start in a fresh clone', () => {
  const clone = realpathSync(mkdtempSync(join(tmpdir(), 'zhitong-clone-')));
  const startOffline = () =>
    capture(process.execPath, [join(clone, 'tools/start/start.mjs')], {
      cwd: clone,
      env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(clone, '.cache') },
    });

  beforeAll(() => {
    for (const path of ['package.json', 'package-lock.json', '.npmrc', 'tools/start']) {
      cpSync(join(root, path), join(clone, path), { recursive: true });
    }
    for (const workspace of ['algorithms', 'domain', 'contract', 'server', 'web', 'e2e', 'tools', 'bench']) {
      mkdirSync(join(clone, workspace), { recursive: true });
      cpSync(join(root, workspace, 'package.json'), join(clone, workspace, 'package.json'));
    }
  });
  afterAll(() => rmSync(clone, { recursive: true, force: true }));

  it('says in one sentence that the registry cannot be reached, and fails', async () => {
    const { code, output } = await startOffline();
    expect(code).toBe(1);
    expect(output).toContain('The npm registry cannot be reached');
    expect(output).not.toContain('    at ');
  });
});

describe('the sentence for a failure', () => {
  it.each([
    ['npm error code ENOSPC', 'The disk is full'],
    ["EACCES: permission denied, mkdir '/srv/zhitong/node_modules'", 'not writable'],
    ['npm error code EAI_AGAIN', 'registry cannot be reached'],
    ['SELF_SIGNED: CERT_HAS_EXPIRED', 'registry cannot be reached'],
  ])('for %j is clear', (output, sentence) => {
    expect(knownCause(output)).toContain(sentence);
  });

  it('is not made up where the cause is not known', () => {
    expect(knownCause('Segmentation fault')).toBeUndefined();
  });
});
