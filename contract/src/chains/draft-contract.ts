import { chainLists, segmentTiers } from '@zhitong/domain/chains/chain-map';
import { chainVersionStates } from '@zhitong/domain/chains/chain-version';
import { mapSheets } from '@zhitong/domain/chains/draft-row-words';
import { longestName, longestText } from '@zhitong/domain/chains/draft-rows';
import { draftActions } from '@zhitong/domain/chains/draft-state';
import { languages } from '@zhitong/domain/language';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, isoDate, organisationLink, productLink } from '../values.ts';
import { comparisonReply } from './chain-contract.ts';

const name = z.string().trim().min(1).max(longestName);
const nameEn = z.string().trim().min(1).max(longestName).nullable();
const short = z.string().trim().min(1).max(100);
const segmentId = z.string().min(1).max(longestName);
const text = z.string().trim().min(1).max(longestText);

/** What a version of a chain says: a map that can be drawn, with its people and its lists. */
export const chainContent = z.object({
  name,
  nameEn,
  chief: z.object({ name: short, post: short }).nullable(),
  leadBodyId: id.nullable(),
  leaderId: id.nullable(),
  expert: short.nullable(),
  segments: z
    .array(
      z.object({
        id: segmentId,
        name,
        nameEn,
        tier: z.enum(segmentTiers),
        products: z.array(z.string().min(1).max(100)).max(500),
      }),
    )
    .max(300),
  links: z.array(z.object({ from: segmentId, to: segmentId })).max(3_000),
  entries: z.array(z.object({ list: z.enum(chainLists), text, source: text })).max(500),
});

const edition = z.number().int().min(1);
const seen = edition;
const sentence = z.object({ code: z.string(), text: z.string() });

const standing = z.object({
  /** what would be refused when it is handed in */
  problems: z.array(sentence),
  /** products that stand in another chain too: allowed, and said */
  notes: z.array(z.object({ product: productLink, chain: z.string() })),
});

export const listDrafts = endpoint({
  method: 'GET',
  path: '/api/chains/drafts',
  tag: 'chains',
  summary: 'Versions that are being drawn or wait for a second person',
  status: 200,
  reply: z.object({
    drafts: z.array(
      z.object({
        chain: z.object({ id, slug: z.string(), name: z.string() }),
        number: z.number().int(),
        state: z.enum(chainVersionStates),
        by: z.string(),
        at: instant,
      }),
    ),
  }),
});

export const createChain = endpoint({
  method: 'POST',
  path: '/api/chains',
  tag: 'chains',
  summary: 'Begin the draft of a chain that is not there yet; the key makes a second click harmless',
  status: 201,
  body: z.object({
    name,
    nameEn: nameEn.default(null),
    /** short and lasting, for links and files: `carbon-fibre` */
    slug: z
      .string()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      .max(40),
    idempotencyKey: z.string().min(8).max(64),
  }),
  reply: z.object({ chain: z.object({ id, slug: z.string() }) }),
});

export const beginDraft = endpoint({
  method: 'POST',
  path: '/api/chains/:id/drafts',
  tag: 'chains',
  summary: 'Begin the draft of the next version as a copy of the last published one; where one is open, that one',
  status: 201,
  params: idParams,
  reply: z.object({ draft: z.object({ number: z.number().int(), edition }) }),
});

export const getDraft = endpoint({
  method: 'GET',
  path: '/api/chains/:id/draft',
  tag: 'chains',
  summary: 'The version that is being drawn: what it says, what may be done with it now, and what was done',
  status: 200,
  params: idParams,
  reply: z.object({
    draft: z.object({
      number: z.number().int(),
      state: z.enum(chainVersionStates),
      edition,
      validFrom: isoDate,
      content: chainContent,
      by: z.string(),
      at: instant,
      /** what the reader may do now */
      actions: z.array(z.enum(draftActions)),
      history: z.array(
        z.object({ action: z.enum(draftActions), by: z.string(), at: instant, reason: z.string().nullable() }),
      ),
      ...standing.shape,
    }),
    slug: z.string(),
    demo: z.boolean(),
    /** the published version it follows; null: the chain has none */
    before: z.object({ number: z.number().int(), validFrom: isoDate, validTo: isoDate.nullable() }).nullable(),
    products: z.array(productLink),
    bodies: z.array(organisationLink),
  }),
});

export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/chains/:id/draft',
  tag: 'chains',
  summary: 'Save the draft; refused when somebody else has saved a newer state. The same sent twice is saved once',
  status: 200,
  params: idParams,
  body: z.object({ seen, validFrom: isoDate, content: chainContent }),
  reply: z.object({ draft: z.object({ edition, ...standing.shape }) }),
});

export const actOnDraft = endpoint({
  method: 'POST',
  path: '/api/chains/:id/draft/actions',
  tag: 'chains',
  summary: 'Hand the draft in, send it back with a reason, publish it as a second person, or throw it away',
  status: 200,
  params: idParams,
  body: z.object({
    action: z.enum(draftActions).exclude(['begin', 'save']),
    seen,
    reason: z.string().trim().max(500).optional(),
  }),
  reply: z.object({ version: z.object({ number: z.number().int(), state: z.enum(chainVersionStates), edition }) }),
});

export const readDraftFile = endpoint({
  method: 'POST',
  path: '/api/chains/:id/draft/file',
  tag: 'chains',
  summary:
    'Read a map from a JSON or Excel file: what would change, and the rows that cannot be taken. Nothing is stored',
  status: 200,
  params: idParams,
  reply: z.object({
    content: chainContent,
    comparison: comparisonReply,
    refused: z.array(z.object({ sheet: z.enum(mapSheets), line: z.number().int(), text: z.string() })),
    products: z.array(productLink),
  }),
});

export const exportVersion = endpoint({
  method: 'GET',
  path: '/api/chains/:id/versions/:number/file',
  tag: 'chains',
  summary: 'A version as a file, to be read in again: everything as JSON, segments, products, links and lists as Excel',
  status: 200,
  params: idParams.extend({ number: z.coerce.number().int().min(1) }),
  query: z.object({ format: z.enum(['json', 'xlsx']).default('xlsx'), lang: z.enum(languages).optional() }),
  reply: z.unknown(),
});
