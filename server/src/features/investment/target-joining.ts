import { newPlaceNames } from '@zhitong/domain/directory/name-places';
import { alikeTargets } from '@zhitong/domain/investment/target-alike';
import { bodiesOf, decideOpen, decideWords } from '@zhitong/domain/investment/target-decision';
import { afterTargetAction, type TargetAction } from '@zhitong/domain/investment/target-history';
import { Refusal } from '@zhitong/domain/refusal';
import { organisationPlaces } from '#features/directory/public';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { TargetDeps } from './target-deps.ts';
import { findKnown } from './target-reading.ts';
import { lockOwn, refuseOvertaken } from './target-service.ts';
import { lockTarget, type StoredTarget } from './target-store.ts';
import { writeDeed } from './target-writing.ts';
import { emptyAsNull } from './written-words.ts';

interface Joining {
  readonly id: string;
  readonly into: string;
  readonly seen?: number | undefined;
  readonly note: string | null;
}

/** Two records of one firm become one: this one ends, and everybody who worked on it works on the other. */
export function joinFor(
  deps: TargetDeps,
  viewer: Viewer,
  { id, into, seen, note: words }: Joining,
): Promise<StoredTarget> {
  const at = deps.effects.now();
  const note = emptyAsNull(words);
  decideWords({ note });
  return inContext(deps.database, contextOf(viewer), async (tx) => {
    const { target, other } = await lockBoth(tx, viewer, { id, into });
    if (into === id) throw new Refusal('targets.itself');
    await refuseOvertaken(tx, target, { seen, at });
    decideOpen(target.state);
    decideOpen(other.state);
    await decideOneFirm(tx, viewer.city, { id, into });
    const absorbed: TargetAction = { kind: 'absorbed', at, bodies: bodiesOf(target.state) };
    await writeDeed(
      tx,
      { ...deps, viewer, target: other },
      { deed: { action: absorbed, note }, state: afterTargetAction(other.state, absorbed) },
    );
    const joined: TargetAction = { kind: 'joined', at, into };
    return writeDeed(
      tx,
      { ...deps, viewer, target },
      { deed: { action: joined, note }, state: afterTargetAction(target.state, joined) },
    );
  });
}

/** In the order of their ids, so that two who join crosswise wait for each other and not for ever. */
async function lockBoth(tx: Tx, viewer: Viewer, { id, into }: { id: string; into: string }) {
  const { city } = viewer;
  const first = into < id ? await lockTarget(tx, { city, id: into }) : undefined;
  const target = await lockOwn(tx, viewer, id);
  const other = first ?? (await lockTarget(tx, { city, id: into }));
  if (!other) throw new Refusal('platform.not-found');
  return { target, other };
}

async function decideOneFirm(tx: Tx, city: string, { id, into }: { id: string; into: string }): Promise<void> {
  const [one, other] = [await findKnown(tx, { city, id }), await findKnown(tx, { city, id: into })];
  if (!one || !other) throw new Refusal('platform.not-found');
  const places = newPlaceNames(await organisationPlaces.listNames(tx), city);
  if (alikeTargets(one, [other], places).length === 0)
    throw new Refusal('targets.other-firm', { one: one.name, other: other.name });
}
