import { join } from 'node:path';
import { runTogether } from './child-process.mjs';
import { install } from './install.mjs';
import { root } from './paths.mjs';
import { serverArguments } from './server-arguments.mjs';
import { runCommand } from './stop-sentence.mjs';

// The server restarts and the browser refreshes by itself when a file is saved.
await runCommand(async () => {
  const node = await install();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  return runTogether([
    { command: node, args: serverArguments(['--watch']) },
    { command: node, args: [vite], options: { cwd: join(root, 'web') } },
  ]);
});
