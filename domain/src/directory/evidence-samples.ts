/** Small files made by hand, for tests of what is taken as evidence. */
export const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

/** The head of a picture of the size given; there is nothing behind it to unpack. */
export function picture(type: 'png' | 'jpeg', { width, height }: { width: number; height: number }): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  if (type === 'png') {
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    view.setUint32(16, width);
    view.setUint32(20, height);
  } else {
    bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8]);
    view.setUint16(13, height);
    view.setUint16(15, width);
  }
  return bytes;
}

/** A ZIP file of empty entries. */
export function ofdOf(names: readonly string[]): Uint8Array {
  const parts: number[] = [0x50, 0x4b, 3, 4, ...new Array<number>(26).fill(0)];
  const start = parts.length;
  for (const name of names) {
    const letters = [...new TextEncoder().encode(name)];
    const entry = [0x50, 0x4b, 1, 2, ...new Array<number>(42).fill(0)];
    entry[28] = letters.length;
    parts.push(...entry, ...letters);
  }
  parts.push(0x50, 0x4b, 5, 6, 0, 0, 0, 0, names.length, 0, names.length, 0, 0, 0, 0, 0, start, 0, 0, 0, 0, 0);
  return Uint8Array.from(parts);
}
