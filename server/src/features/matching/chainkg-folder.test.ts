import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainkgFiles } from '@zhitong/domain/matching/chainkg-rows';
import { Refusal } from '@zhitong/domain/refusal';
import { describe, expect, it, onTestFinished } from 'vitest';
import { smallFolder, writeFolder } from '#testing/chainkg-small-folder';
import { readChainkgFolder } from './chainkg-folder.ts';

function refusalOf(run: () => unknown): Refusal | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error : undefined;
  }
}

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = writeFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('a chainkg folder', () => {
  it('is read whole, with line breaks and commas inside quotation marks, and with a byte order mark', () => {
    const folder = folderWith({ ...smallFolder, products: '\uFEFFname\r\n"光纤\n架空地线"\r\n"a,b"\r\n' });
    expect(readChainkgFolder(folder).products).toEqual([{ name: '光纤\n架空地线' }, { name: 'a,b' }]);
  });

  it('may have more columns than are read, in any order', () => {
    const folder = folderWith({ ...smallFolder, products: 'rank,name\n1,口罩\n' });
    expect(readChainkgFolder(folder).products).toEqual([{ name: '口罩' }]);
  });

  it('is refused when it does not exist, is a file, or holds none of the files', () => {
    const empty = mkdtempSync(join(tmpdir(), 'zhitong-empty-'));
    onTestFinished(() => rmSync(empty, { recursive: true }));
    expect(refusalOf(() => readChainkgFolder(join(empty, 'nowhere')))?.code).toBe('chainkg.folder-missing');
    writeFileSync(join(empty, 'a.csv'), 'x');
    expect(refusalOf(() => readChainkgFolder(join(empty, 'a.csv')))?.code).toBe('chainkg.folder-missing');
    expect(refusalOf(() => readChainkgFolder(empty))?.code).toBe('chainkg.wrong-folder');
  });

  it('is refused with the names of all files it lacks', () => {
    const { products: _products, industries: _industries, ...rest } = smallFolder;
    const refusal = refusalOf(() => readChainkgFolder(folderWith(rest)));
    expect(refusal).toMatchObject({ code: 'chainkg.file-missing', details: { files: 'industries.csv, products.csv' } });
  });

  it.each(chainkgFiles)('is refused when %s lacks its columns', (file) => {
    const refusal = refusalOf(() => readChainkgFolder(folderWith({ ...smallFolder, [file]: 'a,b,c\n1,2,3\n' })));
    expect(refusal).toMatchObject({
      code: 'chainkg.column-missing',
      details: { file: `${file}.csv`, found: 'a, b, c' },
    });
  });

  it('is refused with file and line when a row has too few fields or a quotation mark is never closed', () => {
    const short = folderWith({ ...smallFolder, company_product: 'code,product,revenue_share\n1,口罩,0.5\n1,口罩\n' });
    expect(refusalOf(() => readChainkgFolder(short))).toMatchObject({
      code: 'chainkg.broken-csv',
      details: { file: 'company_product.csv', line: 3 },
    });
    const open = folderWith({ ...smallFolder, products: 'name\n"口罩\n' });
    expect(refusalOf(() => readChainkgFolder(open))?.code).toBe('chainkg.broken-csv');
  });

  it('is refused when a file is empty, is not UTF-8, or is a folder', () => {
    expect(refusalOf(() => readChainkgFolder(folderWith({ ...smallFolder, products: 'name\n' })))?.code).toBe(
      'chainkg.file-empty',
    );
    const gbk = folderWith(smallFolder);
    writeFileSync(join(gbk, 'products.csv'), Buffer.from([0x6e, 0x0a, 0xbf, 0xda, 0xd5, 0xd6]));
    expect(refusalOf(() => readChainkgFolder(gbk))).toMatchObject({
      code: 'chainkg.not-utf8',
      details: { file: 'products.csv' },
    });
    const odd = folderWith(smallFolder);
    rmSync(join(odd, 'products.csv'));
    mkdirSync(join(odd, 'products.csv'));
    expect(refusalOf(() => readChainkgFolder(odd))?.code).toBe('chainkg.folder-missing');
  });
});
