import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';

export const workspaces = ['algorithms', 'domain', 'contract', 'server', 'web', 'e2e', 'tools', 'bench'] as const;

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface BoundaryScan {
  readonly violations: readonly Violation[];
  /** TypeScript files of the workspaces the scan has read. */
  readonly modules: readonly string[];
}

export const boundaryRules: readonly { readonly name: string; readonly comment: string }[] = configuration.forbidden;

/** Reads the import graph of the workspaces below `root` and tells every import a rule forbids. */
export async function scanBoundaries(root: string): Promise<BoundaryScan> {
  const folders = workspaces.filter((workspace) => existsSync(join(root, workspace)));
  const { output } = await cruise(
    folders,
    {
      ...configuration.options,
      parser: 'swc',
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: configuration.forbidden as IForbiddenRuleType[] },
    },
    configuration.options.enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text instead of a result');
  return { violations: toViolations(output), modules: toModules(output) };
}

/** The TypeScript files git knows (or would add): what a scan must have seen. */
export function listSources(root: string): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...workspaces], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\0').filter((path) => /[.]tsx?$/.test(path) && existsSync(join(root, path)));
}

function toViolations(result: ICruiseResult): Violation[] {
  return result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

function toModules(result: ICruiseResult): string[] {
  return result.modules
    .map((module) => module.source)
    .filter((source) => /[.]tsx?$/.test(source) && workspaces.some((workspace) => source.startsWith(`${workspace}/`)));
}
