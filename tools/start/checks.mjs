import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './child-process.mjs';
import { root } from './paths.mjs';

const bin = (name, file) => join(root, 'node_modules', name, file);
const tsc = bin('typescript', 'bin/tsc');
const vitest = bin('vitest', 'vitest.mjs');

/** What is looked at without running the product. */
export const readingChecks = [
  { name: 'types', args: [tsc, '-p', 'tsconfig.json'] },
  { name: 'types of the web app', args: [tsc, '-p', 'web/tsconfig.json'], needs: 'web/src' },
  { name: 'lint and layout', args: [bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'dead code', args: [bin('knip', 'bin/knip.js'), '--no-progress'] },
];

/** The gates that are tests themselves; `npm test` runs them as the tier "gate". */
export const testedGates = [
  { name: 'boundaries', args: [vitest, 'run', '--project', 'gate', 'tools/boundary-fixtures'] },
  { name: 'licences', args: [vitest, 'run', '--project', 'gate', 'tools/gates/licence'] },
  { name: 'house rules', args: [vitest, 'run', '--project', 'gate', 'tools/gates/house'] },
];

/** Runs each check, says how it went, and answers with how many passed and failed. */
export async function runChecks(node, checks) {
  const tally = { passed: 0, failed: 0 };
  for (const { name, args } of checks.filter(({ needs }) => !needs || existsSync(join(root, needs)))) {
    const started = Date.now();
    const { code, output } = await capture(node, args);
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    if (code !== 0) console.log(`\n${output.trim()}\n`);
    tally[code === 0 ? 'passed' : 'failed'] += 1;
  }
  return tally;
}
