/** A failure the reader can mend: shown as one sentence, without a stack. */
export class StopSentence extends Error {}

/** Runs a command of this folder; a known failure becomes one sentence, and never exit code 0. */
export async function runCommand(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof StopSentence ? `\n✗ ${error.message}` : error);
    process.exitCode = 1;
  }
}

const causes = [
  [/ENOSPC/, 'The disk is full: free some space and run the command again.'],
  [/EACCES|EROFS|EPERM/, 'This folder is not writable for you: clone it where you may write, or run as its owner.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|UNABLE_TO|CERT_/,
    'The npm registry cannot be reached: check the network or the proxy (npm config get registry) and run again.',
  ],
];

/** The sentence for what a program wrote while it failed, or undefined when the cause is not one we know. */
export function knownCause(output) {
  return causes.find(([pattern]) => pattern.test(output))?.[1];
}
