import { existsSync, mkdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { capture } from './child-process.mjs';
import { isStamped, stampOf, writeStamp } from './content-stamp.mjs';
import { root } from './paths.mjs';
import { knownCause, StopSentence } from './stop-sentence.mjs';

const dist = join(root, 'web', 'dist');
const inputs = [
  'web',
  'contract/src',
  'domain/src',
  'algorithms/src',
  'data/regions',
  'tools/extract-regions',
  'package-lock.json',
];

const packers = { br: promisify(brotliCompress), gz: promisify(gzip) };
/** Under this a packed file saves nothing. */
const worthPacking = 1_024;

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
  await packAssets(join(dist, 'assets'));
  writeStamp(stampFile, stamp);
  console.log(`Web app built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Packs each file once and as small as it gets, so that no visit pays for packing and every visit carries less. */
async function packAssets(folder) {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const content = await readFile(path);
    if (content.length < worthPacking) continue;
    for (const [ending, pack] of Object.entries(packers)) await writeFile(`${path}.${ending}`, await pack(content));
  }
}
