import { randomBytes } from 'node:crypto';
import { type SheetTable, sheetLimits } from '@zhitong/domain/directory/sheet';
import { Refusal } from '@zhitong/domain/refusal';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { workbookOf } from '#testing/test-sheet';
import { xlsxOf, zipOf } from '#testing/test-zip';
import { csvLine } from './csv-text.ts';
import { readSheet } from './sheet-reader.ts';

const read = (content: Buffer, name = 'a.xlsx') => readSheet({ name, content }, sheetLimits);
const texts = ({ rows }: SheetTable) => rows.map(({ cells }) => cells.map(({ text }) => text));

async function refusalOf(content: Buffer, name = 'a.xlsx'): Promise<string> {
  try {
    await read(content, name);
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a workbook', () => {
  test('is read as a person sees it: texts, numbers, days, yes and no, results of formulas', async () => {
    const { rows } = await read(
      await workbookOf([
        ['甲', 5, 0.1 + 0.2, new Date('2026-11-23T00:00:00Z'), true, { formula: '1+1', result: 2 }, null, '末'],
      ]),
    );
    expect(rows[0]?.cells).toEqual([
      { kind: 'text', text: '甲' },
      { kind: 'number', text: '5' },
      { kind: 'number', text: '0.3' },
      { kind: 'date', text: '2026-11-23' },
      { kind: 'boolean', text: 'TRUE' },
      { kind: 'number', text: '2' },
      { kind: 'empty', text: '' },
      { kind: 'text', text: '末' },
    ]);
  });

  test('shows a number of 18 digits as Excel does, for its last digits are gone', async () => {
    expect(texts(await read(xlsxOf('<row r="1"><c r="A1"><v>913502123456789012</v></c></row>')))).toEqual([
      ['9.13502E+17'],
    ]);
  });

  test('keeps the numbers of its rows, and only the first sheet a person sees is read', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('hidden', { state: 'hidden' }).getCell('A1').value = 'no';
    workbook.addWorksheet('seen').getCell('B7').value = 'yes';
    const { rows } = await read(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(rows).toMatchObject([{ line: 7, cells: [{ kind: 'empty' }, { text: 'yes' }] }]);
  });

  test('never follows a link out of itself, and a formula without a result says so', async () => {
    const sheet = `<row r="1"><c r="A1"><f>[1]x!A1</f></c><c r="B1"><f>WEBSERVICE("http://example.com")</f><v>7</v></c></row>`;
    expect((await read(xlsxOf(sheet))).rows[0]?.cells).toEqual([
      { kind: 'error', text: '=' },
      { kind: 'number', text: '7' },
    ]);
  });
});

describe('a hostile workbook is refused, not opened', () => {
  const zeros = Buffer.alloc(30_000_000, ' ');

  test.each([
    [
      'that unpacks to more than its directory says',
      xlsxOf('', [{ name: 'xl/sharedStrings.xml', content: zeros, claims: 100 }]),
      'sheet.bomb',
    ],
    ['that is packed a thousandfold', xlsxOf('', [{ name: 'xl/media/a.png', content: zeros }]), 'sheet.bomb'],
    ['that claims four gigabytes', xlsxOf('', [{ name: 'xl/a.xml', content: 'a', claims: 0xfffffffe }]), 'sheet.bomb'],
    [
      'whose parts lie on top of each other',
      zipOf(
        Array.from({ length: 300 }, (_, n) => ({
          name: `${n}`,
          content: randomBytes(2_000),
          ...(n > 0 && { overlaps: true as const }),
        })),
      ),
      'sheet.bomb',
    ],
    [
      'of ten thousand parts',
      zipOf(Array.from({ length: 10_000 }, (_, n) => ({ name: `${n}`, content: '' }))),
      'sheet.bomb',
    ],
    ['with one part twice', xlsxOf('', [{ name: 'xl/workbook.xml', content: '' }]), 'sheet.damaged'],
    ['with a cell in column 1,000,000', xlsxOf(`<row r="1">${text('BDWGN1', 'x')}</row>`), 'sheet.damaged'],
    ['with a cell in the last column', xlsxOf(`<row r="1">${text('XFD1', 'x')}</row>`), 'sheet.too-many-columns'],
    [
      'of 1,000,000 rows',
      xlsxOf(
        Array.from({ length: 100_000 }, (_, n) => `<row r="${n + 1}">${text(`A${n + 1}`, `${n * 7919}`)}</row>`).join(
          '',
        ),
      ),
      'sheet.too-many-rows',
    ],
    [
      'whose rows run backwards',
      xlsxOf(`<row r="5">${text('A5', 'x')}</row><row r="4">${text('A4', 'x')}</row>`),
      'sheet.damaged',
    ],
    [
      'with a text that is not in its list',
      xlsxOf('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>', [
        { name: 'xl/sharedStrings.xml', content: '<sst><si><t>a</t></si></sst>' },
      ]),
      'sheet.damaged',
    ],
    ['with macros', xlsxOf('', [{ name: 'xl/vbaProject.bin', content: 'x' }]), 'sheet.macros'],
    ['in the binary format', xlsxOf('', [{ name: 'xl/workbook.bin', content: 'x' }]), 'sheet.binary-excel'],
    [
      'with entities that grow',
      zipOf([{ name: '_rels/.rels', content: '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>' }]),
      'sheet.damaged',
    ],
    ['that is cut off', xlsxOf('<row r="1"/>').subarray(0, 300), 'sheet.damaged'],
    ['that is no workbook at all', zipOf([{ name: 'readme.txt', content: 'hello' }]), 'sheet.damaged'],
  ])('%s', async (...[, content, code]) => {
    expect(await refusalOf(content)).toBe(code);
  });

  test('a text of a million characters is cut, however many cells point at it', async () => {
    const strings = [{ name: 'xl/sharedStrings.xml', content: `<sst><si><t>${'长'.repeat(1_000_000)}</t></si></sst>` }];
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>0</v></c>';
    const table = await read(xlsxOf(`<row r="1">${cells}</row>`, strings));
    expect(table.rows[0]?.cells.map((cell) => cell.text.length)).toEqual([1_001, 1_001]);
  });

  const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  test.each([
    [
      'under a password',
      Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
      'a.xlsx',
      'sheet.encrypted',
    ],
    ['of an old Excel', compound, 'a.xls', 'sheet.old-excel'],
    ['with a macro ending', xlsxOf(''), 'a.xlsm', 'sheet.macros'],
    ['that is a program', Buffer.from('MZ\u0000\u0000'), 'a.exe', 'sheet.wrong-ending'],
    ['that is a picture called a sheet', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'a.xlsx', 'sheet.damaged'],
    ['that is a picture called a CSV', Buffer.from([0x89, 0x50, 0, 0xff, 0xfe]), 'a.csv', 'sheet.unreadable-text'],
    ['that is a workbook called a CSV', xlsxOf(''), 'a.csv', 'sheet.wrong-ending'],
  ])('a file %s', async (...[, content, name, code]) => {
    expect(await refusalOf(content, name).catch((error) => error.code)).toBe(code);
  });
});

describe('a CSV', () => {
  const rows = [
    ['名称', '地址'],
    ['威海甲', '环翠区\n1 号，"东"'],
  ];
  const gbk = Buffer.from('c3fbb3c62cb5d8d6b70acdfebaa3bcd72c22bbb7b4e4c7f80a3120bac5a3ac2222b6ab2222220a', 'hex');

  test.each([
    ['UTF-8', Buffer.from('名称,地址\n威海甲,"环翠区\n1 号，""东"""\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeff名称,地址\r\n威海甲,"环翠区\n1 号，""东"""\r\n')],
    ['GBK', gbk],
    ['tabs', Buffer.from('名称\t地址\n威海甲\t"环翠区\n1 号，""东"""\n')],
    ['semicolons', Buffer.from('名称;地址\n威海甲;"环翠区\n1 号，""东"""\n')],
    ['Excel’s Unicode text', Buffer.from('\ufeff名称\t地址\n威海甲\t"环翠区\n1 号，""东"""\n', 'utf16le')],
  ])('in %s reads the same', async (...[, content]) => {
    expect(texts(await read(content, '名录.csv'))).toEqual(rows);
  });

  test('of a million rows is refused', async () => {
    expect(await refusalOf(Buffer.from('a,b\n'.repeat(1_000_000)), 'a.csv')).toBe('sheet.too-many-rows');
  });

  test.each([
    ['filled', 'a,'],
    ['empty', ','],
  ])('of a million %s columns is refused, without being taken apart', async (...[, cell]) => {
    expect(await refusalOf(Buffer.from(`名称\n${cell.repeat(1_000_000)}\n`), 'a.csv')).toBe('sheet.too-many-columns');
  });

  test('lets no cell come alive when it is written, and gives the text back when it is read', async () => {
    const cells = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '-5', '平常,"引号"'];
    const line = csvLine(cells);
    expect(line).toBe(`'=1+1,'+cmd,'-2+3,'@SUM(A1),"'\tx",-5,"平常,""引号"""`.replace(`"'\tx"`, "'\tx"));
    expect(texts(await read(Buffer.from(`${line}\n`), 'a.csv'))[0]?.slice(0, 4)).toEqual(cells.slice(0, 4));
  });
});
