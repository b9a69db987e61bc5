import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHere } from './child-process.mjs';
import { root } from './paths.mjs';
import { tallyReport } from './test-tally.mjs';

/** In the order in which a break is cheapest to find. */
export const tiers = [
  { name: 'theorem', title: 'Theorems (algorithms)' },
  { name: 'rule', title: 'Rules (domain, contract, demo city)' },
  { name: 'gate', title: 'Gates (boundaries, licences, house rules)' },
  { name: 'slice', title: 'Slices (HTTP on real PostgreSQL)' },
  { name: 'screen', title: 'Screens (components)' },
  { name: 'journey', title: 'Journeys (a real browser)' },
];

/** Runs one tier and answers with how many of its tests passed and failed; a tier that crashed has failed. */
export async function runTier(node, { name, patterns, env }) {
  const report = join(tmpdir(), `zhitong-${name}-${process.pid}.json`);
  const code = await runHere(
    node,
    [join(root, 'node_modules/vitest/vitest.mjs'), ...vitestArguments(name, report), ...patterns],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    },
  );
  const tally = tallyReport(readReport(report), code);
  rmSync(report, { force: true });
  return tally;
}

function vitestArguments(name, report) {
  return [
    'run',
    '--project',
    name,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No report: vitest ended before it could write one, and its exit code says whether that was a failure.
    return undefined;
  }
}
