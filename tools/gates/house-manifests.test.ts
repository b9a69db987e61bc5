import { describe, expect, it } from 'vitest';
import { completeLock } from '../start/lock-completion.mjs';
import { listTracked, readTracked } from './tracked-files.ts';

interface Manifest {
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

interface LockEntry {
  readonly resolved?: string;
  readonly link?: boolean;
}

const manifests = listTracked().filter((path) => path === 'package.json' || /^[^/]+\/package[.]json$/.test(path));
const exact = /^(npm:[^@]+@)?\d+[.]\d+[.]\d+(-[0-9A-Za-z.]+)?$/;
const lock = JSON.parse(readTracked('package-lock.json')) as { packages: Record<string, LockEntry> };

describe('a dependency', () => {
  it.each(manifests)('is pinned to one version in %s', (path) => {
    const manifest = JSON.parse(readTracked(path)) as Manifest;
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
    const pins = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies });
    expect(pins.filter(([, version]) => !exact.test(version))).toEqual([]);
  });

  it('has the same version in every workspace that names it', () => {
    const versions = new Map<string, Set<string>>();
    for (const path of manifests) {
      const { dependencies, devDependencies } = JSON.parse(readTracked(path)) as Manifest;
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    expect([...versions].filter(([, set]) => set.size > 1)).toEqual([]);
  });
});

describe('the lock file', () => {
  it('names no registry, so that every city may use its own mirror', () => {
    const named = Object.entries(lock.packages).filter(([, { resolved, link }]) => resolved !== undefined && !link);
    expect(named.map(([path]) => path)).toEqual([]);
  });

  it('describes the packages of every platform', () => {
    expect(completeLock(lock).added).toEqual([]);
  });
});

describe('package.json', () => {
  it('has exactly the eight words of the house', () => {
    const { scripts } = JSON.parse(readTracked('package.json')) as Manifest;
    expect(Object.keys(scripts ?? {}).sort()).toEqual([
      'bench',
      'check',
      'dev',
      'fix',
      'seed',
      'start',
      'test',
      'zhitong',
    ]);
  });
});

describe('.ci/run', () => {
  it('calls the test command of the README', () => {
    expect(readTracked('.ci/run')).toMatch(/^npm test$/m);
  });
});
