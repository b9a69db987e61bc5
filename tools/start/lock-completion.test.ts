import { expect, it } from 'vitest';
import { completeLock, findEntry } from './lock-completion.mjs';

const lock = {
  lockfileVersion: 3,
  packages: {
    '': { name: 'zhitong' },
    'node_modules/fast': {
      version: '2.0.0',
      dev: true,
      license: 'MIT',
      optionalDependencies: {
        '@fast/linux-x64-musl': '2.0.0',
        '@fast/win32-arm64-msvc': '2.0.0',
        '@fast/here': '2.0.0',
      },
    },
    'node_modules/fast/node_modules/@fast/here': { version: '2.0.0' },
  },
};

it('describes the packages of platforms the registry did not offer', () => {
  const { lock: whole, added } = completeLock(lock);
  expect(added).toEqual(['node_modules/@fast/linux-x64-musl', 'node_modules/@fast/win32-arm64-msvc']);
  expect(whole.packages['node_modules/@fast/linux-x64-musl']).toEqual({
    version: '2.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    license: 'MIT',
    optional: true,
    os: ['linux'],
  });
  expect(whole.packages['node_modules/@fast/win32-arm64-msvc'].os).toEqual(['win32']);
});

it('changes nothing the second time', () => {
  const once = completeLock(lock).lock;
  expect(completeLock(once).lock).toEqual(once);
});

it('finds the nearest copy of a package first, then the one further out', () => {
  const packages = { 'node_modules/a': {}, 'server/node_modules/a': {} };
  expect(findEntry(packages, 'server', 'a')).toBe('server/node_modules/a');
  expect(findEntry(packages, 'web', 'a')).toBe('node_modules/a');
  expect(findEntry(packages, 'web', 'b')).toBeUndefined();
});
