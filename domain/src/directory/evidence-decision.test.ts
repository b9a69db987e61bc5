import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { decideEvidence } from './evidence-decision.ts';
import { ofdOf, pdf, picture } from './evidence-samples.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
const decide = (name: string, content: Uint8Array) => codeOf(() => decideEvidence({ name, content }));
const text = (words: string) => new TextEncoder().encode(words);

describe('evidence', () => {
  it('is a PDF, a picture or an electronic licence, with a name that says so', () => {
    expect(decideEvidence({ name: '执照.PDF', content: pdf })).toEqual({ name: '执照.PDF', type: 'application/pdf' });
    expect(decide('执照.png', picture('png', { width: 800, height: 600 }))).toBe('taken');
    expect(decide('执照.jpeg', picture('jpeg', { width: 4000, height: 3000 }))).toBe('taken');
    expect(decide('电子执照.ofd', ofdOf(['OFD.xml', 'Doc_0/Document.xml']))).toBe('taken');
  });

  it.each([
    ['a page with a script', 'x.pdf', text('<html><script>alert(1)</script>')],
    ['a drawing that runs scripts', 'x.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', 'x.pdf', Uint8Array.of(0x4d, 0x5a, 0x90, 0)],
    ['a ZIP file that is no OFD', 'x.ofd', ofdOf(['word/document.xml'])],
    ['a PDF behind other bytes', 'x.pdf', text('GIF89a%PDF-1.7')],
    ['two bytes', 'x.jpg', Uint8Array.of(0xff, 0xd8)],
  ])('is never %s, whatever the name says', (_what, name, content) => {
    expect(decide(name, content)).toBe('evidence.other-type');
  });

  it('is refused when name and content disagree, without an ending too', () => {
    for (const name of ['x.png', 'x.pdf.exe', 'x.html', 'pdf', 'x'])
      expect(decide(name, pdf), name).toBe('evidence.other-ending');
  });

  it('is refused when it is empty or its head is broken', () => {
    expect(decide('x.pdf', new Uint8Array())).toBe('evidence.empty');
    expect(decide('x.png', picture('png', { width: 1, height: 1 }).subarray(0, 20))).toBe('evidence.broken');
    expect(decide('x.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0))).toBe('evidence.broken');
    expect(decide('x.png', picture('png', { width: 0, height: 5 }))).toBe('evidence.broken');
  });

  it('is refused when a small file claims to be a picture of four billion pixels', () => {
    expect(decide('x.png', picture('png', { width: 65_535, height: 65_535 }))).toBe('evidence.picture-too-large');
    expect(decide('x.jpg', picture('jpeg', { width: 60_000, height: 60_000 }))).toBe('evidence.picture-too-large');
  });

  it('is looked at in a moment, however it is bent', () => {
    const endless = new Uint8Array(2_000_000).fill(0xff);
    endless[1] = 0xd8;
    expect(decide('x.jpg', endless)).toBe('evidence.broken');
  });
});
