import { needKinds } from '@zhitong/domain/needs/need';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { instant } from '../values.ts';

export const draftDevices = ['phone', 'desk'] as const;
export type DraftDevice = (typeof draftDevices)[number];

const draftBody = z.object({
  text: z.string().max(20_000),
  /** null: not chosen by the person */
  list: z.enum(needKinds).nullable(),
  /** corrections of what was read, as the composer keeps them */
  edits: z.record(z.string().max(40), z.unknown()),
  /** the idempotency key: sending the draft from two devices makes one need */
  key: z.string().min(8).max(100),
});
export type DraftBody = z.infer<typeof draftBody>;

const draft = z.object({
  body: draftBody,
  device: z.enum(draftDevices),
  deviceKey: z.string().min(8).max(100),
  at: instant,
});

export const readDraft = endpoint({
  method: 'GET',
  path: '/api/drafts/need',
  tag: 'needs',
  summary: 'What the reader was writing last, on whichever device; null: nothing',
  status: 200,
  reply: z.object({ draft: draft.nullable() }),
});

export const keepDraft = endpoint({
  method: 'PUT',
  path: '/api/drafts/need',
  tag: 'needs',
  summary: 'Keep what is being written: one draft a person, read by nobody else',
  status: 200,
  body: draft.omit({ at: true }),
  reply: z.object({ at: instant }),
});

export const dropDraft = endpoint({
  method: 'DELETE',
  path: '/api/drafts/need',
  tag: 'needs',
  summary: 'Throw the draft away',
  status: 200,
  reply: z.object({ dropped: z.boolean() }),
});
