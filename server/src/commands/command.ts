import type { ParseArgsOptionsConfig } from 'node:util';
import type { Language, Sentence } from '@zhitong/domain/language';
import type { Installation } from './installation.ts';
import type { Progress } from './progress.ts';

/** One thing an operator can ask for on the command line. */
export interface Command {
  /** as typed: `import chainkg` */
  readonly name: string;
  /** what follows the name, e.g. `DIR`; also how many words there must be */
  readonly operands: readonly string[];
  readonly summary: Sentence;
  /** lines under the summary in `<command> --help` */
  readonly details: Readonly<Record<Language, readonly string[]>>;
  readonly options: ParseArgsOptionsConfig;
  /** answers the exit code when it is not 0 */
  // biome-ignore lint/suspicious/noConfusingVoidType: most commands end without saying anything
  run(call: CommandCall): Promise<number | void>;
  /** asked first: does it without a database, when what was typed allows; undefined: it does not */
  readonly runAlone?: (call: AloneCall) => Promise<number | undefined>;
}

/** Exit code of a command that looked, and what it looked at does not hold. */
export const notProven = 3;

/** What a command knows before a database is reached. */
export interface AloneCall {
  readonly operands: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly language: Language;
  /** where the command was typed: what a relative path begins at */
  readonly workingFolder: string;
  readonly progress: Progress;
  /** a line of the result, on standard output */
  readonly print: (line: string) => void;
}

export interface CommandCall extends AloneCall {
  readonly installation: Installation;
}

/** The command was typed wrongly: the sentence and a hint at `--help` are printed, exit code 2. */
export class UsageProblem extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence.en);
    this.name = 'UsageProblem';
    this.sentence = sentence;
  }
}
