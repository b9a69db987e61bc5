import type { HeldValue } from '@zhitong/contract/directory/organisation-tree-contract';
import { decideMembers, type Membership } from '@zhitong/domain/directory/alliance-shares';
import { Refusal } from '@zhitong/domain/refusal';
import { asSystem, inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import { changeHeld, type HoldingDeps, type HoldingDesk, type Told, writeHeld } from './holding-desk.ts';
import { type HeldChange, type Kept, markRemoved } from './holding-store.ts';
import { findMemberName, findMembership, insertMembership, listMembers } from './membership-store.ts';
import { lockOrganisation } from './organisation-store.ts';

type Days = Pick<Membership, 'share' | 'from' | 'to'>;

/** The lock on the alliance makes one change of its shares at a time: two at once never add up to more than the whole. */
export function addMemberFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & Days & { readonly allianceId: string; readonly memberId: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: async () => given.allianceId,
    act: async (desk) => {
      const { memberId, share, from, to } = given;
      if (desk.before.facts.kind !== 'alliance') throw new Refusal('alliances.only');
      const name = await findMemberName(desk.tx, { city: desk.key.city, id: memberId });
      if (name === undefined) throw new Refusal('alliances.no-member');
      const membership = { memberId, name, share, from, to };
      decideMembers(desk.key.id, [...(await listMembers(desk.tx, desk.key)), membership]);
      await insertMembership(desk.tx, desk.key, { id: desk.newId(), membership, origin: desk.origin });
      return { field: 'member', before: null, after: memberValue(membership), others: [memberId] };
    },
  });
}

/** The former entry gives way to another: what stood there stays in the history. */
export function changeMembershipFor(
  deps: HoldingDeps,
  viewer: Viewer,
  { id, share, from, to, ...told }: Told & Days & { readonly id: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told,
    find: async (tx) => {
      const membership = await findMembership(tx, { city: viewer.city, id });
      if (!membership) throw new Refusal('platform.not-found');
      return membership.allianceId;
    },
    act: (desk) => exchange(desk, id, () => ({ share, from, to })),
  });
}

/** The alliance, the bureau or the member itself ends it on a day. */
export function endMembershipFor(
  deps: HoldingDeps,
  viewer: Viewer,
  { id, on, ...told }: Told & { readonly id: string; readonly on: string },
): Promise<number> {
  const { city, organisationId } = viewer;
  const context = contextOf(viewer);
  const act = (desk: HoldingDesk) =>
    exchange(desk, id, ({ share, from, to }) => {
      // to end is never to prolong: a later day is for the alliance or the bureau to say
      if (to !== null && on >= to) throw new Refusal('alliances.ended-already', { date: to });
      return { share, from, to: on };
    });
  return inContext(deps.database, context, async (tx) => {
    const membership = await findMembership(tx, { city, id });
    if (!membership) throw new Refusal('platform.not-found');
    const key = { city, id: membership.allianceId };
    const leaves = viewer.role === 'manager' && membership.memberId === organisationId;
    const runs = viewer.role === 'operator' || membership.allianceId === organisationId;
    if (!leaves && !runs) throw new Refusal('platform.forbidden');
    const end = async () => {
      const before = await lockOrganisation(tx, key);
      if (!before) throw new Refusal('platform.not-found');
      return writeHeld(deps, viewer, { told, tx, key, before, act });
    };
    // a member writes nothing into the alliance's record but its own leaving
    return runs ? end() : asSystem(tx, context, end);
  });
}

async function exchange(desk: HoldingDesk, id: string, next: (present: Membership) => Days): Promise<HeldChange> {
  const { tx, key, at, newId, origin } = desk;
  const members = await listMembers(tx, key);
  const present: Kept<Membership> | undefined = members.find((member) => member.id === id);
  if (!present) throw new Refusal('platform.not-found');
  const { memberId, name } = present;
  const membership = { memberId, name, ...next(present) };
  decideMembers(key.id, [...members.filter((member) => member !== present), membership]);
  await markRemoved(tx, 'alliance_member', { city: key.city, id, at });
  await insertMembership(tx, key, { id: newId(), membership, origin });
  return { field: 'member', before: memberValue(present), after: memberValue(membership), others: [memberId] };
}

const memberValue = ({ name, share, from, to }: Membership): HeldValue => ({ name, share, from, until: to });
