/** U+202A–202E, U+2066–2069 and marks like them turn `exe.pdf` into `fdp.exe` on the screen; the rest is not visible at all. */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;
const forbidden = /[\\/:*?"<>|]/g;

/** What most file systems take, in bytes of UTF-8. */
const mostBytes = 255;

/**
 * A file's name as it may be kept, shown and written to a disk: the last part of a path, without hidden characters and without
 * what a file system or a header could read as a command. Never empty.
 */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const visible = last.replace(hidden, '').replace(forbidden, '_').replace(/\s+/g, ' ');
  const trimmed = visible.replace(/^[. ]+|[. ]+$/g, '');
  return shortened(trimmed === '' ? 'file' : trimmed);
}

/** The ending in small letters, without its dot; empty when there is none. */
export function fileEnding(name: string): string {
  const at = name.lastIndexOf('.');
  return at > 0 ? name.slice(at + 1).toLowerCase() : '';
}

function shortened(name: string): string {
  if (byteLength(name) <= mostBytes) return name;
  const ending = fileEnding(name);
  const tail = ending !== '' && byteLength(ending) <= 20 ? `.${ending}` : '';
  let head = '';
  let room = mostBytes - byteLength(tail);
  for (const letter of name.slice(0, name.length - tail.length)) {
    room -= byteLength(letter);
    if (room < 0) break;
    head += letter;
  }
  return head + tail;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
