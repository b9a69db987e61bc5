import type { PreviewMatch } from '@zhitong/contract/matching/match-contract';
import type { Language } from '@zhitong/domain/language';
import type { Match } from '@zhitong/domain/matching/match';
import { noteText } from '@zhitong/domain/matching/note-text';
import type { MatchNote, Reason } from '@zhitong/domain/matching/reason';
import { reasonText } from '@zhitong/domain/matching/reason-text';
import type { LiveIndex } from './live-index.ts';

/** Matches, reasons and notes in the reader's language. */
export function matchReply(index: LiveIndex, match: Match, language: Language): PreviewMatch {
  const supplier = index.findSupplier(match.organisationId);
  return {
    organisation: {
      id: match.organisationId,
      name: supplier?.name ?? '',
      ...(supplier?.code ? { code: supplier.code } : {}),
      region: regionName(index, supplier?.region ?? null, language),
    },
    tier: match.tier,
    score: match.score,
    parts: [...match.parts],
    reasons: reasonReplies(match.reasons, language),
  };
}

export function reasonReplies(reasons: readonly Reason[], language: Language) {
  return reasons.map((reason) => ({ ...reason, text: reasonText(reason, language) }));
}

export function noteReplies(notes: readonly MatchNote[], language: Language) {
  return notes.map((note) => ({ ...note, text: noteText(note, language) }));
}

export function regionName(index: LiveIndex, code: string | null, language: Language): string | null {
  return code === null ? null : (index.regions.get(code)?.name[language] ?? null);
}
