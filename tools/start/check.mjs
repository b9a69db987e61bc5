import { readingChecks, runChecks, testedGates } from './checks.mjs';
import { install } from './install.mjs';
import { runCommand } from './stop-sentence.mjs';

await runCommand(async () => {
  const node = await install();
  const { failed } = await runChecks(node, [...readingChecks, ...testedGates]);
  return failed === 0 ? 0 : 1;
});
