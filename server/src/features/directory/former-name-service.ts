import { addPast, isSinceByHand, sinceWithout } from '@zhitong/domain/directory/organisation-history';
import { decideFormerName } from '@zhitong/domain/directory/organisation-holding';
import { Refusal } from '@zhitong/domain/refusal';
import { asSystem } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import { deletePastByHand, insertPastByHand, listPast } from './former-name-store.ts';
import { changeHeld, type HoldingDeps, type HoldingDesk, type Told } from './holding-desk.ts';
import { writeNameParts } from './organisation-name-store.ts';

/** What it was called in an earlier stretch of days, which must be free. It is found by that name from now on. */
export function addFormerNameFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & {
    readonly organisationId: string;
    readonly name: string;
    readonly from: string | null;
    readonly until: string;
  },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: async () => given.organisationId,
    act: async (desk) => {
      const { tx, key, before, today, origin, at } = desk;
      const { from, until } = given;
      const name = decideFormerName(given.name, before.facts.name);
      const past = await listPast(tx, key);
      const line = { since: before.since, state: { name: before.facts.name }, past };
      const { since } = addPast(line, { from, to: until, state: { name } }, today);
      // where nothing is known of that time, the place it has now was taken for the place it had then
      const parentId = before.since === null ? before.facts.parentId : null;
      const facts = { ...before.facts, name, parentId };
      const told = { source: origin.source, at, by: viewer.personName };
      const sinceByHand = isSinceByHand(before.since, past);
      await insertPastByHand(tx, key, { facts, from, to: until, ...told, sinceByHand });
      await search(desk, viewer);
      return { field: 'formerName', before: null, after: { name, from, until }, since };
    },
  });
}

export function takeBackFormerNameFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & { readonly organisationId: string; readonly until: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: async () => given.organisationId,
    act: async (desk) => {
      const since = sinceWithout(desk.before.since, await listPast(desk.tx, desk.key), given.until);
      const taken = await deletePastByHand(desk.tx, desk.key, given.until);
      if (!taken) throw new Refusal('organisations.former-name-kept');
      await search(desk, viewer);
      const { name, from } = taken;
      return { field: 'formerName', before: { name, from, until: given.until }, after: null, since };
    },
  });
}

/** Only the system writes what a search may begin with. */
function search({ tx, key, before }: HoldingDesk, viewer: Viewer): Promise<void> {
  return asSystem(tx, contextOf(viewer), () => writeNameParts(tx, key, before.facts));
}
