/** Something the operator must put right before the server can run: one clear sentence, exit code 1, no stack trace. */
export class StartFailure extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StartFailure';
  }
}

/** `ENOSPC` and its neighbours as sentences; undefined when the error is something else. */
export function fileSystemSentence(error: unknown, path: string): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
      return `The data folder ${path} cannot be written. Give this user the right to write there, or set ZHITONG_DATA_DIR to another folder.`;
    case 'ENOSPC':
      return `The disk that holds ${path} is full. Free some space (at least 500 MB) and start again.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is not a folder. Set ZHITONG_DATA_DIR to a folder.`;
    default:
      return undefined;
  }
}
