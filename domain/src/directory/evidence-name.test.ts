import { describe, expect, it } from 'vitest';
import { cleanFileName, fileEnding } from './evidence-name.ts';

describe('the name of a file', () => {
  it('stays as it was written when nothing is wrong with it', () => {
    expect(cleanFileName('营业执照 (副本).pdf')).toBe('营业执照 (副本).pdf');
  });

  it('leads into no folder', () => {
    expect(cleanFileName('../../etc/passwd.pdf')).toBe('passwd.pdf');
    expect(cleanFileName('C:\\Users\\甲\\执照.pdf')).toBe('执照.pdf');
    expect(cleanFileName('..')).toBe('file');
    expect(cleanFileName('/')).toBe('file');
  });

  it('loses line ends, control characters and marks that turn it around', () => {
    expect(cleanFileName('a\r\nset-cookie: x=1.pdf')).toBe('aset-cookie_ x=1.pdf');
    expect(cleanFileName('执照\u202Efdp.exe')).toBe('执照fdp.exe');
    expect(cleanFileName('a\u200b\u0000\u2066b.png')).toBe('ab.png');
  });

  it('loses what a header, a page or a disk could take for a command', () => {
    expect(cleanFileName('"><img src=x>|.png')).toBe('___img src=x__.png');
    expect(cleanFileName('   .hidden.pdf . ')).toBe('hidden.pdf');
  });

  it('is no longer than 255 bytes and keeps its ending', () => {
    const long = cleanFileName(`${'证'.repeat(300)}.pdf`);
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(255);
    expect(long.endsWith('证.pdf')).toBe(true);
    expect(cleanFileName('😷'.repeat(100)).isWellFormed()).toBe(true);
  });

  it('tells its ending in small letters', () => {
    expect([fileEnding('A.PDF'), fileEnding('a.tar.gz'), fileEnding('README'), fileEnding('.profile')]).toEqual([
      'pdf',
      'gz',
      '',
      '',
    ]);
  });
});
