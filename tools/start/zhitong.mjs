import { join } from 'node:path';
import { runHere } from './child-process.mjs';
import { install } from './install.mjs';
import { root } from './paths.mjs';
import { runCommand } from './stop-sentence.mjs';

await runCommand(async () => {
  const node = await install();
  return runHere(node, [join(root, 'server', 'src', 'cli.ts'), ...process.argv.slice(2)]);
});
