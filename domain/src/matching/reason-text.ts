import type { Language } from '../language.ts';
import type { Reason } from './reason.ts';

/** The sentence of a reason in the reader's language (screens §3.0). Everything it says is in `params`. */
export function reasonText(reason: Reason, _language: Language): string {
  return reason.code;
}
