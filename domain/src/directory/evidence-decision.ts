import { Refusal } from '../refusal.ts';
import { cleanFileName, fileEnding } from './evidence-name.ts';
import type { EvidenceRefusalCode } from './evidence-refusals.ts';
import { type EvidenceType, evidenceEndings, mediaTypes, readEvidence } from './evidence-type.ts';

export const mostEvidenceBytes = 10 * 1024 * 1024;
/** Files of one claim. */
export const mostEvidenceFiles = 10;
/** Files one person may hand in within 24 hours. */
export const mostEvidenceADay = 60;
/** Bytes that all people without a post may hand in within 24 hours, in a city: nobody knows yet who they are. */
export const usualStrangerBytesADay = 500 * 1024 * 1024;
/** A file no claim has taken up is deleted after this long. */
export const unclaimedHours = 24;
/** A phone's best camera has 200 million pixels; a picture that claims more is made to break whoever unpacks it. */
const mostPixels = 200_000_000;

export interface EvidenceFile {
  readonly name: string;
  readonly type: string;
}

/** May this be kept as evidence, and under which name and type? Throws the refusal that says why not. */
export function decideEvidence(given: { readonly name: string; readonly content: Uint8Array }): EvidenceFile {
  const name = cleanFileName(given.name);
  if (given.content.length === 0) throw refuse('evidence.empty', { name });
  const content = readEvidence(given.content);
  if (content.kind === 'other') throw refuse('evidence.other-type', { name });
  const endings: readonly string[] = evidenceEndings[content.type];
  if (!endings.includes(fileEnding(name)))
    throw refuse('evidence.other-ending', { name, type: typeName(content.type) });
  if (content.kind === 'broken') throw refuse('evidence.broken', { name });
  if (content.kind === 'picture') {
    const { width, height } = content.size;
    if (width * height > mostPixels) throw refuse('evidence.picture-too-large', { name, width, height });
  }
  return { name, type: mediaTypes[content.type] };
}

const typeName = (type: EvidenceType) => type.toUpperCase();

function refuse(code: EvidenceRefusalCode, details: Readonly<Record<string, string | number>>): Refusal {
  return new Refusal(code, details);
}
