import { crc32, deflateRawSync } from 'node:zlib';

export interface TestPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** what the directory claims of its unpacked size, when that is a lie */
  readonly claims?: number;
  /** reads the same bytes as the part before it */
  readonly overlaps?: true;
}

/** A zip file made by hand, so that it can lie. */
export function zipOf(parts: readonly TestPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let place = 0;
  let packed = Buffer.alloc(0);
  for (const { name, content, claims, overlaps } of parts) {
    const bytes = Buffer.from(content);
    if (!overlaps) {
      packed = deflateRawSync(bytes);
      place = offset;
      const body = Buffer.concat([head(0x04034b50, 26, name, { bytes, packed }), Buffer.from(name), packed]);
      bodies.push(body);
      offset += body.length;
    }
    const entry = head(0x02014b50, 28, name, { bytes, packed, claims });
    entry.writeUInt32LE(place, 42);
    directory.push(Buffer.concat([entry, Buffer.from(name)]));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

interface Sizes {
  readonly bytes: Buffer;
  readonly packed: Buffer;
  readonly claims?: number | undefined;
}

// biome-ignore lint/complexity/useMaxParams: the fields of the format, in its order
function head(mark: number, nameAt: number, name: string, { bytes, packed, claims }: Sizes): Buffer {
  const local = mark === 0x04034b50;
  const header = Buffer.alloc(local ? 30 : 46);
  const shift = local ? 0 : 2;
  header.writeUInt32LE(mark, 0);
  header.writeUInt16LE(8, 8 + shift);
  header.writeUInt32LE(crc32(bytes), 14 + shift);
  header.writeUInt32LE(packed.length, 18 + shift);
  header.writeUInt32LE(claims ?? bytes.length, 22 + shift);
  header.writeUInt16LE(Buffer.byteLength(name), nameAt);
  return header;
}

const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook Excel opens, around a sheet written by hand. */
export function xlsxOf(sheet: string, more: readonly TestPart[] = []): Buffer {
  return zipOf([
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="r1" Type="${rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships><Relationship Id="r1" Type="${rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${rels}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${rels}/externalLink" Target="https://example.com/x.xlsx" TargetMode="External"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
    ...more,
  ]);
}
