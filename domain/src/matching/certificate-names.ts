import { NameFinder } from '@zhitong/algorithms/search/name-finder';
import { certificateTable } from './certificate-table.ts';
import { normaliseName } from './text-normal.ts';

/** A certificate found in a normalised text. */
export interface FoundCertificate {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The name a certificate is compared and shown by; one that nobody listed stands for itself. */
export function certificateName(written: string): string {
  const name = normaliseName(written);
  const [standard] = standardsIn(name);
  return finder.get(name) ?? finder.get(name.replace(/(?:认证|证书|资质)$/, '')) ?? standard?.name ?? written.trim();
}

/** Certificates named in a normalised text, in its order. Cost: linear. */
export function certificatesIn(text: string): FoundCertificate[] {
  const standards = standardsIn(text);
  const named = finder
    .find(text, (start, end) => isWholeWord(text, start, end))
    .map(({ value, start, end }): FoundCertificate => ({ name: value, start, end }))
    .filter(({ start, end }) => standards.every((standard) => end <= standard.start || start >= standard.end));
  return [...standards, ...named].sort((a, b) => a.start - b.start);
}

/** `iso13485:2016` is ISO 13485: the year of the edition is left out, so that editions compare. */
function standardsIn(text: string): FoundCertificate[] {
  return [...text.matchAll(standard)].map((match) => {
    const [whole, family = '', number = ''] = match;
    const plain = `${families[family.replace(/\s/g, '')] ?? family.toUpperCase()} ${number}`;
    return { name: finder.get(normaliseName(plain)) ?? plain, start: match.index, end: match.index + whole.length };
  });
}

const families: Readonly<Record<string, string>> = {
  iso: 'ISO',
  iatf: 'IATF',
  en: 'EN',
  astm: 'ASTM',
  gb: 'GB',
  'gb/t': 'GB/T',
  yy: 'YY',
  'yy/t': 'YY/T',
};
const standard = /(?<![a-z])(iso|iatf|en|gb\/t|gb|yy\/t|yy)\s{0,2}(\d{4,5})(?:[:-]\s?\d{4})?(?!\d)/g;

const finder = new NameFinder<string>();
for (const { name, words } of certificateTable)
  for (const word of [name, ...words]) finder.add(normaliseName(word), name);
for (const { name, words } of certificateTable)
  for (const word of [name, ...words]) finder.add(word.toLowerCase(), name);

function isWholeWord(text: string, start: number, end: number): boolean {
  const latin = (at: number) => /[a-z0-9]/.test(text.charAt(at));
  return !(latin(start) && latin(start - 1)) && !(latin(end - 1) && latin(end));
}
