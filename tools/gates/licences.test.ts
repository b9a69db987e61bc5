import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { canFollow } from './licence-expression.ts';
import { readByHand } from './licence-policy.ts';
import { countByLicence, isCompatible, listPackages } from './licence-scan.ts';

const packages = listPackages(fileURLToPath(new URL('../../', import.meta.url)));

describe('the licences of all dependencies', () => {
  it('are compatible with Apache-2.0', () => {
    console.table([...countByLicence(packages)].map(([licence, count]) => ({ licence, packages: count })));
    expect(packages.filter((one) => !isCompatible(one))).toEqual([]);
  });

  it('were looked at for every package the lock names', () => {
    expect(packages.length).toBeGreaterThan(400);
  });

  it('were read by hand only where the package still is', () => {
    const names = new Set(packages.map(({ name }) => name));
    expect(Object.keys(readByHand).filter((name) => !names.has(name))).toEqual([]);
  });
});

describe('a licence', () => {
  it.each(['GPL-3.0-or-later', 'AGPL-3.0-only', 'SSPL-1.0', 'SEE LICENSE IN LICENSE.md', 'UNLICENSED', ''])(
    '%j is refused',
    (licence) => {
      expect(isCompatible({ name: 'some', version: '1.0.0', licence })).toBe(false);
    },
  );

  it('that is not stated gives no permission', () => {
    expect(isCompatible({ name: 'some', version: '1.0.0', licence: undefined })).toBe(false);
  });

  it('with file-level copyleft is for named tools only', () => {
    expect(isCompatible({ name: 'axe-core', version: '4.0.0', licence: 'MPL-2.0' })).toBe(true);
    expect(isCompatible({ name: 'some', version: '1.0.0', licence: 'MPL-2.0' })).toBe(false);
  });

  it('may be chosen where the package offers two, and not where it asks for both', () => {
    const onlyMit = (licence: string) => licence === 'MIT';
    expect(canFollow('(MIT OR GPL-3.0-or-later)', onlyMit)).toBe(true);
    expect(canFollow('GPL-2.0 OR (MIT AND MIT)', onlyMit)).toBe(true);
    expect(canFollow('MIT AND GPL-2.0', onlyMit)).toBe(false);
    expect(canFollow('MIT OR GPL-2.0 AND GPL-3.0', onlyMit)).toBe(true);
    expect(canFollow('MIT GPL-2.0', onlyMit)).toBe(false);
  });
});
