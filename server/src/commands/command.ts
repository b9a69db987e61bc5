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
  run(call: CommandCall): Promise<void>;
}

export interface CommandCall {
  readonly operands: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly language: Language;
  /** where the command was typed: what a relative path begins at */
  readonly workingFolder: string;
  readonly installation: Installation;
  readonly progress: Progress;
  /** a line of the result, on standard output */
  readonly print: (line: string) => void;
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
