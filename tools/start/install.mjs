import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from './child-process.mjs';
import { isStamped, stampOf, writeStamp } from './content-stamp.mjs';
import { findNode, refuseOldNode } from './node-runtime.mjs';
import { root } from './paths.mjs';
import { knownCause, StopSentence } from './stop-sentence.mjs';

const stampFile = join(root, 'node_modules', '.zhitong-install');
// The lock names every version, so nothing is saved; a registry that is away is noticed in seconds, not minutes.
const npmArguments = [
  'install',
  '--no-save',
  '--loglevel=error',
  '--no-progress',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/** Installs what the lock file says unless that is what is there; answers with the Node that runs the product. */
export async function install() {
  refuseOldNode();
  const stamp = stampOf(['package-lock.json'], `${process.platform}-${process.arch}`);
  if (!isStamped(stampFile, stamp)) await installPackages(stamp);
  return findNode();
}

async function installPackages(stamp) {
  const started = Date.now();
  const stopProgress = showProgress(started);
  const { code, output } = await runNpm();
  stopProgress();
  if (code !== 0)
    throw new StopSentence(knownCause(output) ?? `npm could not install the packages:\n${lastLines(output)}`);
  rememberStamp(stamp);
  console.log(`Packages installed in ${seconds(started)} s.`);
}

function runNpm() {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('npm-cli.js')) return capture(process.execPath, [npm, ...npmArguments]);
  const onWindows = process.platform === 'win32';
  return capture(onWindows ? 'npm.cmd' : 'npm', npmArguments, { shell: onWindows });
}

function rememberStamp(stamp) {
  try {
    writeStamp(stampFile, stamp);
  } catch (error) {
    throw new StopSentence(knownCause(String(error)) ?? String(error), { cause: error });
  }
}

/** npm is silent where there is no terminal: count what has arrived of what the lock names. */
function showProgress(started) {
  const wanted = packagesOfEveryMachine();
  const onTerminal = process.stdout.isTTY === true;
  console.log('Installing packages; the first time takes about a minute …');
  const timer = setInterval(
    () => {
      const line = `  ${Math.round((Date.now() - started) / 1000)} s: ${progressOf(wanted)}`;
      process.stdout.write(onTerminal ? `\r${line.padEnd(60)}` : `${line}\n`);
    },
    onTerminal ? 500 : 5000,
  );
  return () => {
    clearInterval(timer);
    if (onTerminal) process.stdout.write(`\r${' '.repeat(60)}\r`);
  };
}

function progressOf(wanted) {
  const arrived = wanted.filter((path) => existsSync(join(root, path, 'package.json'))).length;
  return arrived < wanted.length
    ? `${arrived} of ${wanted.length} packages`
    : 'waiting for the large ones (Node, PostgreSQL)';
}

/** Without the optional ones: which of those fit this machine is for npm to decide. */
function packagesOfEveryMachine() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.keys(packages).filter((path) => path.includes('node_modules/') && !packages[path].optional);
}

function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

function lastLines(output) {
  return output.trim().split('\n').slice(-12).join('\n');
}
