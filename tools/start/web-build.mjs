import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './child-process.mjs';
import { isStamped, stampOf, writeStamp } from './content-stamp.mjs';
import { root } from './paths.mjs';
import { knownCause, StopSentence } from './stop-sentence.mjs';

const dist = join(root, 'web', 'dist');
const inputs = ['web', 'contract/src', 'domain/src', 'algorithms/src', 'data/regions', 'package-lock.json'];

/** Builds the web app into web/dist unless what is there was built from the same files. */
export async function buildWeb(node) {
  if (!existsSync(join(root, 'web', 'src', 'main.tsx'))) {
    console.log('There is no web app in this checkout yet: only the API is served.');
    return;
  }
  const stamp = stampOf(inputs);
  const stampFile = join(dist, '.built-from');
  if (isStamped(stampFile, stamp)) return;
  const started = Date.now();
  console.log('Building the web app …');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const { code, output } = await capture(node, [vite, 'build'], { cwd: join(root, 'web') });
  if (code !== 0) throw new StopSentence(knownCause(output) ?? `The web app could not be built:\n${output.trim()}`);
  mkdirSync(dist, { recursive: true });
  writeStamp(stampFile, stamp);
  console.log(`Web app built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}
