import { runTogether } from './child-process.mjs';
import { install } from './install.mjs';
import { serverArguments } from './server-arguments.mjs';
import { runCommand } from './stop-sentence.mjs';
import { buildWeb } from './web-build.mjs';

await runCommand(async () => {
  const node = await install();
  await buildWeb(node);
  return runTogether([{ command: node, args: serverArguments() }]);
});
