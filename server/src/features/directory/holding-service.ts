import type { HeldValue } from '@zhitong/contract/directory/organisation-tree-contract';
import {
  type Capability,
  decideCapability,
  decideCertificate,
  type HeldCertificate,
} from '@zhitong/domain/directory/organisation-holding';
import { Refusal } from '@zhitong/domain/refusal';
import type { Viewer } from '#platform/viewer';
import { changeHeld, type HoldingDeps, type HoldingDesk, type Told } from './holding-desk.ts';
import {
  findHolder,
  insertCapability,
  insertCertificate,
  type Kept,
  listCapabilities,
  listCertificates,
  markRemoved,
} from './holding-store.ts';

export function addCapabilityFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & Capability & { readonly organisationId: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: async () => given.organisationId,
    act: async (desk) => {
      const capability = decideCapability(given, await listCapabilities(desk.tx, desk.key));
      await insertCapability(desk.tx, desk.key, { id: desk.newId(), capability, origin: desk.origin });
      return { field: 'capability', before: null, after: capabilityValue(capability) };
    },
  });
}

/** The former entry ends and another begins: nothing is rewritten. */
export function changeCapabilityFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & Capability & { readonly id: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: holderOf('organisation_capability', viewer, given.id),
    act: async (desk) => {
      const { present, others } = pick(await listCapabilities(desk.tx, desk.key), given.id);
      const capability = decideCapability(given, others);
      await end(desk, 'organisation_capability', given.id);
      await insertCapability(desk.tx, desk.key, { id: desk.newId(), capability, origin: desk.origin });
      return { field: 'capability', before: capabilityValue(present), after: capabilityValue(capability) };
    },
  });
}

export function endCapabilityFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & { readonly id: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: holderOf('organisation_capability', viewer, given.id),
    act: async (desk) => {
      const { present } = pick(await listCapabilities(desk.tx, desk.key), given.id);
      await end(desk, 'organisation_capability', given.id);
      return { field: 'capability', before: capabilityValue(present), after: null };
    },
  });
}

export function addCertificateFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & HeldCertificate & { readonly organisationId: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: async () => given.organisationId,
    act: async (desk) => {
      const certificate = decideCertificate(given, await listCertificates(desk.tx, desk.key));
      await insertCertificate(desk.tx, desk.key, { id: desk.newId(), certificate, origin: desk.origin });
      return { field: 'certificate', before: null, after: certificateValue(certificate) };
    },
  });
}

export function changeCertificateFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & HeldCertificate & { readonly id: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: holderOf('organisation_certificate', viewer, given.id),
    act: async (desk) => {
      const { present, others } = pick(await listCertificates(desk.tx, desk.key), given.id);
      const certificate = decideCertificate(given, others);
      await end(desk, 'organisation_certificate', given.id);
      await insertCertificate(desk.tx, desk.key, { id: desk.newId(), certificate, origin: desk.origin });
      return { field: 'certificate', before: certificateValue(present), after: certificateValue(certificate) };
    },
  });
}

export function endCertificateFor(
  deps: HoldingDeps,
  viewer: Viewer,
  given: Told & { readonly id: string },
): Promise<number> {
  return changeHeld(deps, viewer, {
    told: given,
    find: holderOf('organisation_certificate', viewer, given.id),
    act: async (desk) => {
      const { present } = pick(await listCertificates(desk.tx, desk.key), given.id);
      await end(desk, 'organisation_certificate', given.id);
      return { field: 'certificate', before: certificateValue(present), after: null };
    },
  });
}

type HeldTable = Parameters<typeof findHolder>[1];

function holderOf(table: HeldTable, { city }: Viewer, id: string) {
  return async (tx: HoldingDesk['tx']) => {
    const holder = await findHolder(tx, table, { city, id });
    if (holder === undefined) throw new Refusal('platform.not-found');
    return holder;
  };
}

/** Read again under the lock: the entry may have ended meanwhile. */
function pick<T>(rows: readonly Kept<T>[], id: string): { present: Kept<T>; others: readonly Kept<T>[] } {
  const present = rows.find((row) => row.id === id);
  if (!present) throw new Refusal('platform.not-found');
  return { present, others: rows.filter((row) => row !== present) };
}

function end({ tx, key, at }: HoldingDesk, table: HeldTable, id: string): Promise<void> {
  return markRemoved(tx, table, { city: key.city, id, at });
}

const capabilityValue = ({ kind, name, detail }: Capability): HeldValue => ({ kind, name, detail });

const certificateValue = ({ name, number, issuer, validFrom, validUntil }: HeldCertificate): HeldValue => ({
  ...{ name, number, issuer, from: validFrom, until: validUntil },
});
