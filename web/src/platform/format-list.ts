import type { Language } from '@zhitong/domain/language';

/** Names one after the other: `口罩、防护服` · `masks, suits`. */
export function formatNames(names: readonly string[], language: Language): string {
  return names.join(language === 'zh' ? '、' : ', ');
}

/** Longer pieces that may hold commas of their own. */
export function formatPieces(pieces: readonly string[], language: Language): string {
  return pieces.join(language === 'zh' ? '；' : '; ');
}

/** Parts of a count: `本市 4 家，胶东 2 家`. */
export function formatParts(parts: readonly string[], language: Language): string {
  return parts.join(language === 'zh' ? '，' : ', ');
}
