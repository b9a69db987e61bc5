import type { PremisesInput } from '@zhitong/contract/investment/premises-contract';
import { decidePremises, decidePremisesSeen } from '@zhitong/domain/investment/premises';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { Refusal } from '@zhitong/domain/refusal';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { appendEvents } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import { bodyNameOf } from './body-name.ts';
import { listTargetReaders } from './officer-reading.ts';
import type { StoredPremises } from './premises-reading.ts';
import { findKeeper, hasSameName, insertPremises, lockPremises, updatePremises } from './premises-store.ts';
import type { TargetDeps } from './target-deps.ts';
import { mayChange } from './target-rights.ts';

export function enterPremisesFor(deps: TargetDeps, viewer: Viewer, content: PremisesInput): Promise<StoredPremises> {
  const { database, effects } = deps;
  decideContent(deps, viewer, content);
  return inContext(database, contextOf(viewer), async (tx) => {
    const { city, organisationId, personName: by } = viewer;
    const premises: StoredPremises = {
      ...{ city, id: effects.newId(), body: { id: organisationId, name: await bodyNameOf(tx, viewer) }, content },
      ...{ edition: 1, demo: false },
    };
    await decideName(tx, premises);
    await insertPremises(tx, premises, { by, at: effects.now() });
    return note(tx, deps, { viewer, premises });
  });
}

export function changePremisesFor(
  deps: TargetDeps,
  viewer: Viewer,
  { id, seen, ...content }: PremisesInput & { id: string; seen: number },
): Promise<StoredPremises> {
  const { database, effects } = deps;
  decideContent(deps, viewer, content);
  return inContext(database, contextOf(viewer), async (tx) => {
    const body = await findKeeper(tx, { city: viewer.city, id });
    if (body && !mayChange(viewer, { body })) throw new Refusal('premises.not-yours', { body: body.name });
    const before = await lockPremises(tx, { city: viewer.city, id });
    if (!before) throw new Refusal('platform.not-found');
    decidePremisesSeen(before, seen);
    const premises: StoredPremises = { ...before, content, edition: before.edition + 1 };
    await decideName(tx, premises);
    await updatePremises(tx, premises, { by: viewer.personName, at: effects.now() });
    return note(tx, deps, { viewer, premises, before });
  });
}

function decideContent({ effects, index }: TargetDeps, { city }: Viewer, content: PremisesInput): void {
  const { region } = content;
  const known = index.regions.get(region);
  const isRegion = known?.city === city && region !== city;
  decidePremises(content, { today: cityDay(effects.now()), isRegion, region });
}

async function decideName(tx: Tx, { city, id, body, content: { name } }: StoredPremises): Promise<void> {
  if (await hasSameName(tx, { city, id, bodyId: body.id, name })) throw new Refusal('premises.same-name', { name });
}

interface Noted {
  readonly viewer: Viewer;
  readonly premises: StoredPremises;
  readonly before?: StoredPremises;
}

async function note(tx: Tx, { effects }: TargetDeps, { viewer, premises, before }: Noted): Promise<StoredPremises> {
  const { city, id } = premises;
  const at = effects.now();
  await recordAudit(tx, effects, {
    ...{ action: before ? 'premises.changed' : 'premises.entered', subject: { kind: 'premises', id } },
    ...(before && { before: factsOf(before) }),
    after: factsOf(premises),
  });
  await appendEvents(tx, [
    {
      ...{ city, id: effects.newId(), type: 'premises.changed', subjectId: id, at, actorId: viewer.personId },
      audience: await listTargetReaders(tx, { city, day: cityDay(at) }),
      payload: { by: viewer.organisationName, name: premises.content.name },
    },
  ]);
  return premises;
}

function factsOf({ content, edition }: StoredPremises) {
  return { ...content, edition };
}
