import type { Language } from '../language.ts';
import type { MatchNote } from './reason.ts';

/** The sentence about the whole list: why it was widened, or that nobody fits. */
export function noteText(note: MatchNote, _language: Language): string {
  return note.code;
}
