import { imageSize, type Size } from './evidence-image.ts';
import { zipEntryNames } from './evidence-zip.ts';

/**
 * What may be handed in as evidence: papers and pictures of papers. OFD (GB/T 33190) is the form of electronic business licences.
 * No Office file (it may carry macros), no SVG or HTML (they run scripts).
 */
export const evidenceTypes = ['pdf', 'png', 'jpeg', 'ofd'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  ofd: 'application/ofd',
} as const satisfies Record<EvidenceType, string>;

/** Endings of a name that agree with the content. */
export const evidenceEndings = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  ofd: ['ofd'],
} as const satisfies Record<EvidenceType, readonly string[]>;

/** What the bytes are, whatever the name says. */
export type EvidenceContent =
  | { readonly kind: 'paper'; readonly type: 'pdf' | 'ofd' }
  | { readonly kind: 'picture'; readonly type: 'png' | 'jpeg'; readonly size: Size }
  | { readonly kind: 'broken'; readonly type: EvidenceType }
  | { readonly kind: 'other' };

export function readEvidence(bytes: Uint8Array): EvidenceContent {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { kind: 'paper', type: 'pdf' };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return picture(bytes, 'png');
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return picture(bytes, 'jpeg');
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) && zipEntryNames(bytes).includes('OFD.xml'))
    return { kind: 'paper', type: 'ofd' };
  return { kind: 'other' };
}

function picture(bytes: Uint8Array, type: 'png' | 'jpeg'): EvidenceContent {
  const size = imageSize(bytes, type);
  return size ? { kind: 'picture', type, size } : { kind: 'broken', type };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
