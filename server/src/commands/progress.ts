import type { Language, Sentence } from '@zhitong/domain/language';

/** Tells how far a long work has come: a bar that is redrawn on a terminal, a plain line a step elsewhere. */
export interface Progress {
  step(what: Sentence, done: number, total: number): void;
  /** ends the bar, so that what is printed next begins on a line of its own */
  end(): void;
}

interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const width = 24;

export function newProgress(stream: ProgressStream, language: Language): Progress {
  let last = '';
  if (stream.isTTY !== true)
    return {
      step(what) {
        if (what[language] !== last) stream.write(`${what[language]} …\n`);
        last = what[language];
      },
      end: () => undefined,
    };
  return {
    step(what, done, total) {
      // back to the first column, and clear to the end of the line
      last = `\r\u001b[K${what[language]} ${bar(done, total)}`;
      stream.write(last);
    },
    end() {
      if (last !== '') stream.write('\r\u001b[K');
      last = '';
    },
  };
}

function bar(done: number, total: number): string {
  if (total <= 1) return '…';
  const full = Math.round((width * done) / total);
  return `[${'█'.repeat(full)}${'·'.repeat(width - full)}] ${done}/${total}`;
}
