const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** The end record may be followed by a comment of up to 65,535 bytes. */
const mostBehind = 22 + 0xffff;
const mostEntries = 10_000;

/** Names in the directory of a ZIP file, read without unpacking anything; empty when there is no such directory. */
export function zipEntryNames(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return [];
  const count = Math.min(view.getUint16(end + 10, true), mostEntries);
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return names;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - mostBehind);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === endOfDirectory) return at;
  return undefined;
}
