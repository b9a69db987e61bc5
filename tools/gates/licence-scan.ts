import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canFollow } from './licence-expression.ts';
import { freeLicences, readByHand, toolLicences } from './licence-policy.ts';

export interface LicencedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package says it; undefined when it says nothing. */
  readonly licence: string | undefined;
}

interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly link?: boolean;
}

/** Every package the lock names, those of other platforms too, with what the installed copy says of itself first. */
export function listPackages(root: string): LicencedPackage[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: installedLicence(join(root, path, 'package.json')) ?? entry.license,
    }));
}

/** Whether Zhitong may use the package; a package that says nothing gives no permission. */
export function isCompatible({ name, licence }: LicencedPackage): boolean {
  const stated = readByHand[name]?.licence ?? licence;
  if (stated === undefined) return false;
  return canFollow(stated, (one) => freeLicences.includes(one) || toolLicences[one]?.test(name) === true);
}

export function countByLicence(packages: readonly LicencedPackage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { licence = 'none stated' } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** Old packages write `{type, url}` or a list of these instead of one expression. */
function installedLicence(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown; licenses?: unknown };
  if (Array.isArray(licenses)) return licenses.map(nameOf).join(' OR ');
  return nameOf(license);
}

function nameOf(licence: unknown): string | undefined {
  if (typeof licence === 'string') return licence;
  if (typeof licence === 'object' && licence !== null && 'type' in licence) return String(licence.type);
  return undefined;
}
