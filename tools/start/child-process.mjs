import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './paths.mjs';
import { whenStarterDies } from './starter-watch.mjs';

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program to its end and gathers what it writes. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const release = stopWithUs([child]);
    const written = [];
    child.stdout.on('data', (part) => written.push(part));
    child.stderr.on('data', (part) => written.push(part));
    child.on('error', (error) => written.push(Buffer.from(String(error))));
    child.on('close', (code, signal) => {
      release();
      resolve({ code: exitCode(code, signal), output: Buffer.concat(written).toString('utf8') });
    });
  });
}

/** Runs a program on this terminal to its end; it may ask questions, and Ctrl-C reaches it from the terminal. */
export function runHere(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  const release = stopWithUs([child], { terminalTellsChildren: process.stdin.isTTY === true });
  return ended(child).finally(release);
}

/**
 * Runs programs until the first of them ends, then stops the others; answers with the first one's exit code.
 * Each is in a process group of its own, so that Ctrl-C reaches it once, through us, and not twice.
 */
export async function runTogether(programs) {
  const children = programs.map(({ command, args, options }) =>
    spawn(command, args, { cwd: root, stdio: 'inherit', detached: process.platform !== 'win32', ...options }),
  );
  const release = stopWithUs(children);
  const stopWatching = whenStarterDies(() => stopAll(children));
  const endings = children.map(ended);
  const code = await Promise.race(endings);
  stopAll(children);
  await Promise.all(endings);
  stopWatching();
  release();
  return code;
}

function stopWithUs(children, { terminalTellsChildren = false } = {}) {
  const handlers = stopSignals.map((signal) => {
    const handler = () => {
      if (terminalTellsChildren && signal === 'SIGINT') return;
      stopAll(children, signal === 'SIGHUP' ? 'SIGTERM' : signal);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const off of handlers) off();
  };
}

function stopAll(children, signal = 'SIGTERM') {
  for (const child of children) child.kill(signal);
}

function ended(child) {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.on('close', (code, signal) => resolve(exitCode(code, signal)));
  });
}

function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}
