import type { CaseTemplate, changeCaseTemplate } from '@zhitong/contract/needs/case-template-contract';
import type { TemplateDeed } from '@zhitong/domain/matching/notice-knowledge';
import { mostTemplates, templatePlaces, unknownPlaces } from '@zhitong/domain/needs/case-template';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { refuseFirm } from './case-bodies.ts';
import type { CaseDeps } from './case-deps.ts';
import {
  insertTemplate,
  listTemplates,
  lockTemplate,
  lockTemplates,
  type TemplateWords,
  updateTemplate,
} from './case-template-store.ts';
import { answersForMatter } from './district-bodies.ts';

const bodyOf = ({ city, organisationId }: Viewer) => ({ city, bodyId: organisationId });

export function listTemplatesFor({ database }: CaseDeps, viewer: Viewer): Promise<readonly CaseTemplate[]> {
  return inContext(database, contextOf(viewer), (tx) => listTemplates(tx, bodyOf(viewer)));
}

export function addTemplateFor(
  deps: CaseDeps,
  viewer: Viewer,
  words: TemplateWords,
): Promise<{ id: string; version: number }> {
  const { database, effects } = deps;
  const id = effects.newId();
  return inContext(database, contextOf(viewer), async (tx) => {
    await refuseFirm(tx, viewer, 'articles.not-a-body');
    await checkWords(tx, deps, { viewer, words });
    const kept = await lockTemplates(tx, bodyOf(viewer));
    if (kept.length >= mostTemplates) throw new Refusal('case-templates.full', { most: mostTemplates });
    refuseSameTitle(kept, { id, title: words.title });
    await insertTemplate(tx, { ...bodyOf(viewer), id }, { ...words, by: viewer.personName, at: effects.now() });
    await recordAudit(tx, effects, {
      ...{ action: 'case-template.added', subject: { kind: 'case-template', id }, after: { ...words } },
    });
    await tellColleagues(tx, deps, { viewer, id, deed: 'added', title: words.title });
    return { id, version: 1 };
  });
}

export function changeTemplateFor(
  deps: CaseDeps,
  viewer: Viewer,
  { id, seen, ...words }: { id: string } & z.output<NonNullable<typeof changeCaseTemplate.body>>,
): Promise<{ id: string; version: number }> {
  const { database, effects } = deps;
  return inContext(database, contextOf(viewer), async (tx) => {
    const kept = await lockTemplates(tx, bodyOf(viewer));
    const found = await lockTemplate(tx, { ...bodyOf(viewer), id });
    if (!found) throw new Refusal('platform.not-found');
    if (found.version !== seen) throw new Refusal('case-templates.changed');
    await checkWords(tx, deps, { viewer, words });
    refuseSameTitle(kept, { id, title: words.title });
    const version = found.version + 1;
    const by = viewer.personName;
    await updateTemplate(tx, { city: viewer.city, id }, { ...words, version, by, at: effects.now() });
    const { version: _seen, ...before } = found;
    await recordAudit(tx, effects, {
      ...{ action: 'case-template.changed', subject: { kind: 'case-template', id } },
      ...{ before, after: { ...words } },
    });
    await tellColleagues(tx, deps, { viewer, id, deed: 'changed', title: words.title });
    return { id, version };
  });
}

export function removeTemplateFor(deps: CaseDeps, viewer: Viewer, id: string): Promise<void> {
  const { database, effects } = deps;
  return inContext(database, contextOf(viewer), async (tx) => {
    const found = await lockTemplate(tx, { ...bodyOf(viewer), id });
    if (!found) throw new Refusal('platform.not-found');
    await updateTemplate(tx, { city: viewer.city, id }, { removedAt: effects.now() });
    await recordAudit(tx, effects, {
      ...{ action: 'case-template.removed', subject: { kind: 'case-template', id } },
      before: { title: found.title, text: found.text },
    });
    await tellColleagues(tx, deps, { viewer, id, deed: 'removed', title: found.title });
  });
}

/** Their open pages follow. */
function tellColleagues(
  tx: Tx,
  { effects }: CaseDeps,
  { viewer, id, deed, title }: { viewer: Viewer; id: string; deed: TemplateDeed; title: string },
): Promise<void> {
  const { city, organisationId, personId, personName: by } = viewer;
  return appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'case-template.changed', subjectId: id, at: effects.now() },
      ...{ audience: [organisationId], actorId: personId, payload: { deed, title, by } },
    },
  ]);
}

async function checkWords(
  tx: Tx,
  { effects }: CaseDeps,
  { viewer, words }: { viewer: Viewer; words: TemplateWords },
): Promise<void> {
  const [place] = unknownPlaces(words.text);
  if (place !== undefined)
    throw new Refusal('case-templates.unknown-place', {
      ...{ place: `{${place}}`, known: templatePlaces.map((known) => `{${known}}`).join('、') },
    });
  if (words.dutyId === null) return;
  const day = cityDay(effects.now());
  if (!(await answersForMatter(tx, { viewer, dutyId: words.dutyId, day })))
    throw new Refusal('articles.unknown-matter');
}

function refuseSameTitle(kept: readonly CaseTemplate[], { id, title }: { id: string; title: string }): void {
  if (kept.some((one) => one.id !== id && one.title === title))
    throw new Refusal('case-templates.title-taken', { title });
}
