import { TextDecoder } from 'node:util';
import { createInflateRaw } from 'node:zlib';
import type { SheetLimits } from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';

interface ZipPart {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** A workbook as the parts it is packed of. */
export interface Zip {
  readonly names: readonly string[];
  /** The text of a part, piece by piece, so that no part stands in memory as a whole. */
  read(name: string): AsyncGenerator<string>;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const partMark = 0x04034b50;
/** XML packs well, repeated rows up to a hundredfold; nothing honest is packed harder than this. */
const densest = 250;
const smallEnough = 4 * 1024 * 1024;

/**
 * Reads the directory of a zip file and judges it before anything is unpacked. What the directory says of a part is believed
 * only as an upper limit: unpacking stops there.
 */
export function openZip(file: Buffer, limits: SheetLimits): Zip {
  const parts = readDirectory(file, limits);
  refuseBomb(file, parts, limits);
  return {
    names: [...parts.keys()],
    read: (name) => unpack(file, parts.get(name)),
  };
}

function readDirectory(file: Buffer, limits: SheetLimits): ReadonlyMap<string, ZipPart> {
  const end = file.subarray(-65_557).lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw damaged();
  const at = Math.max(0, file.length - 65_557) + end;
  if (at + 22 > file.length || file.readUInt32LE(at) !== endMark) throw damaged();
  const count = file.readUInt16LE(at + 10);
  if (count > limits.parts) throw new Refusal('sheet.bomb');
  const parts = new Map<string, ZipPart>();
  let place = file.readUInt32LE(at + 16);
  for (let index = 0; index < count; index += 1) {
    if (place + 46 > file.length || file.readUInt32LE(place) !== entryMark) throw damaged();
    const nameEnd = place + 46 + file.readUInt16LE(place + 28);
    const name = file.toString('utf8', place + 46, nameEnd);
    // two parts of one name: which of them counts would depend on the reader
    if (parts.has(name)) throw damaged();
    if ((file.readUInt16LE(place + 8) & 1) === 1) throw new Refusal('sheet.encrypted');
    parts.set(name, {
      method: file.readUInt16LE(place + 10),
      packed: file.readUInt32LE(place + 20),
      unpacked: file.readUInt32LE(place + 24),
      offset: file.readUInt32LE(place + 42),
    });
    place = nameEnd + file.readUInt16LE(place + 30) + file.readUInt16LE(place + 32);
  }
  return parts;
}

/** Too large, too dense, or parts that overlap, so that one stretch of the file is unpacked many times. */
function refuseBomb(file: Buffer, parts: ReadonlyMap<string, ZipPart>, limits: SheetLimits): void {
  let packed = 0;
  let unpacked = 0;
  for (const part of parts.values()) {
    packed += part.packed;
    unpacked += part.unpacked;
  }
  const dense = unpacked > smallEnough && unpacked > densest * file.length;
  if (unpacked > limits.unpackedBytes || packed > file.length || dense) throw new Refusal('sheet.bomb');
}

async function* unpack(file: Buffer, part: ZipPart | undefined): AsyncGenerator<string> {
  if (part === undefined) return;
  const { offset } = part;
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== partMark) throw damaged();
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  if (start + part.packed > file.length) throw damaged();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  for await (const bytes of inflate(file.subarray(start, start + part.packed), part.method)) {
    size += bytes.length;
    if (size > part.unpacked) throw new Refusal('sheet.bomb');
    yield decode(decoder, bytes);
  }
  yield decode(decoder);
}

async function* inflate(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw damaged();
  const stream = createInflateRaw();
  stream.end(packed);
  try {
    for await (const bytes of stream) yield bytes as Buffer;
  } catch (error) {
    throw error instanceof Refusal ? error : damaged(error);
  }
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (error) {
    throw damaged(error);
  }
}

function damaged(cause?: unknown): Refusal {
  return Object.assign(new Refusal('sheet.damaged'), { cause });
}
