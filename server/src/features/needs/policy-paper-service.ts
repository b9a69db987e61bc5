import { decideContent, decidePaperDeed, type PaperDeed, type PolicyContent } from '@zhitong/domain/needs/policy-paper';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { CaseDeps } from './case-deps.ts';
import {
  insertPaper,
  insertPaperChange,
  lockPaper,
  type PaperWriter,
  type StoredPaper,
  writePaper,
} from './policy-paper-store.ts';
import { findBody, getInForce, putInForce, setPolicyEnd } from './policy-store.ts';

export type WrittenPaper = Pick<StoredPaper, 'id' | 'state' | 'edition' | 'version'>;

/** A draft that nobody but its writers reads. */
export function enterPolicyFor(deps: CaseDeps, viewer: Viewer, content: PolicyContent): Promise<WrittenPaper> {
  decideContent(content);
  const { city } = viewer;
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const body = await bodyFor(tx, viewer, content.bodyId);
    const by = writerOf(deps, viewer);
    const paper: StoredPaper = {
      ...{ city, id: deps.effects.newId(), content, state: 'draft', edition: 1, version: 0 },
    };
    await insertPaper(tx, paper, by);
    await noteDeed(tx, deps, { viewer, paper, deed: 'drafted', body, by });
    return said(paper);
  });
}

/** Another edition. What is in force stays as it is until it is published. */
export function changePolicyFor(
  deps: CaseDeps,
  viewer: Viewer,
  { id, seen, content }: { id: string; seen: number; content: PolicyContent },
): Promise<WrittenPaper> {
  decideContent(content);
  return onPaper(deps, viewer, { id, deed: 'changed', seen, contentOf: async () => content });
}

/** The edition the editor has read comes into force as the next version; the firms it finds are told by the follower of the log. */
export function publishPolicyFor(
  deps: CaseDeps,
  viewer: Viewer,
  { id, seen }: { id: string; seen: number },
): Promise<WrittenPaper> {
  return onPaper(deps, viewer, {
    ...{ id, deed: 'published', seen },
    write: (tx, paper, by) =>
      putInForce(tx, {
        ...{ ...paper.content, city: paper.city, id, version: paper.version },
        ...{ source: by.organisationName, by: by.personName, at: by.at },
      }),
  });
}

/** What ends is what is in force; a next version that was being written stays a change in the history. */
export function endPolicyFor(
  deps: CaseDeps,
  viewer: Viewer,
  { id, seen, from }: { id: string; seen: number; from: string },
): Promise<WrittenPaper> {
  return onPaper(deps, viewer, {
    ...{ id, deed: 'ended', seen },
    contentOf: async (tx, { city }) => {
      const content = await getInForce(tx, { city, id });
      if (from < content.validFrom) throw new Refusal('policies.dates');
      return { ...content, validTo: from };
    },
    write: (tx, { city }) => setPolicyEnd(tx, { city, id, validTo: from }),
  });
}

interface OnPaper {
  readonly id: string;
  readonly deed: Exclude<PaperDeed, 'drafted'>;
  readonly seen: number;
  readonly contentOf?: (tx: Tx, before: StoredPaper) => Promise<PolicyContent>;
  /** what is in force changes with it */
  readonly write?: (tx: Tx, paper: StoredPaper, by: PaperWriter) => Promise<void>;
}

/** The paper is locked, the deed decided on what is locked, and all of it written at once. */
function onPaper(
  deps: CaseDeps,
  viewer: Viewer,
  { id, deed, seen, contentOf = async (_tx, { content }) => content, write }: OnPaper,
): Promise<WrittenPaper> {
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const before = await lockPaper(tx, { city: viewer.city, id });
    if (!before) throw new Refusal('platform.not-found');
    const after = decidePaperDeed(before, deed, seen);
    const paper: StoredPaper = { ...before, ...after, content: await contentOf(tx, before) };
    const body = await bodyFor(tx, viewer, paper.content.bodyId);
    const by = writerOf(deps, viewer);
    await writePaper(tx, paper, by);
    await write?.(tx, paper, by);
    await noteDeed(tx, deps, { viewer, paper, deed, body, by, taken: before.content });
    return said(paper);
  });
}

const said = ({ id, state, edition, version }: StoredPaper): WrittenPaper => ({ id, state, edition, version });

const writerOf = ({ effects }: CaseDeps, viewer: Viewer): PaperWriter => ({
  ...{ personId: viewer.personId, personName: viewer.personName, organisationName: viewer.organisationName },
  at: effects.now(),
});

/** The bureau writes for any body, a body for itself. */
async function bodyFor(tx: Tx, viewer: Viewer, bodyId: string): Promise<{ id: string; name: string }> {
  const body = await findBody(tx, { city: viewer.city, id: bodyId });
  if (!body || (viewer.role !== 'operator' && body.id !== viewer.organisationId))
    throw new Refusal('policies.unknown-body');
  return body;
}

const auditActions = {
  drafted: 'policy.entered',
  changed: 'policy.changed',
  published: 'policy.published',
  ended: 'policy.ended',
} as const satisfies Record<PaperDeed, string>;

interface Noting {
  readonly viewer: Viewer;
  readonly paper: StoredPaper;
  readonly deed: PaperDeed;
  readonly body: { readonly id: string; readonly name: string };
  readonly by: PaperWriter;
  /** what the paper said before */
  readonly taken?: PolicyContent;
}

async function noteDeed(tx: Tx, { effects }: CaseDeps, given: Noting): Promise<void> {
  const { viewer, paper, deed, body, by } = given;
  const { city, id, content, edition, version } = paper;
  await insertPaperChange(tx, paper, { deed, by });
  await recordAudit(tx, effects, {
    ...{ action: auditActions[deed], subject: { kind: 'policy', id } },
    after: {
      ...{ title: content.title, basis: content.basis, edition, version, until: content.validTo },
      conditions: content.conditions.map(({ text }) => text),
    },
  });
  const readers = [...new Set([body.id, viewer.organisationId])];
  const event = { city, type: 'policy.changed' as const, subjectId: id, at: by.at, actorId: viewer.personId };
  const payload = { deed, title: content.title, body: body.name, version };
  await appendEvents(tx, [
    { ...event, id: effects.newId(), audience: readers, payload },
    ...takenFrom(given, readers).map(({ bodyId, title }) => ({
      ...{ ...event, id: effects.newId(), audience: [bodyId] },
      payload: { deed: 'moved', title, body: body.name },
    })),
  ]);
}

/** Another body stands in the paper now: the one before reads it no longer and learns no new word of it. */
const takenFrom = ({ taken }: Noting, readers: readonly string[]): readonly PolicyContent[] =>
  taken === undefined || readers.includes(taken.bodyId) ? [] : [taken];
