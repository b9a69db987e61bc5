import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { Closing } from './platform/closing.ts';
import { StartFailure } from './platform/start-failure.ts';
import { runServer } from './run-server.ts';

const root = join(import.meta.dirname, '..', '..');

await main();

/** One sentence for whatever the operator can put right, exit code 1; a stack trace only for a fault of ours. */
async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'problems') return leave(1, read.problems);
  const closing = new Closing();
  stopOnSignal(closing);
  try {
    await runServer({ config: read.config, root, version: readVersion(), say, closing });
  } catch (error) {
    // stopped while starting: what was being done fails, and the signal's handler ends the process
    if (closing.isUnderWay) return;
    await closing.close();
    if (error instanceof StartFailure) return leave(1, [error.message]);
    throw error;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function stopOnSignal(closing: Closing): void {
  const end = () => {
    void closing.close().then((failed) => leave(failed.length > 0 ? 1 : 0, failed));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

function leave(code: number, sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function readVersion(): string {
  const text: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return text !== null && typeof text === 'object' && 'version' in text ? String(text.version) : 'unknown';
}
