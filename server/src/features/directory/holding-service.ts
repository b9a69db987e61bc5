import type { HeldValue } from '@zhitong/contract/directory/organisation-tree-contract';
import type { FactOrigin } from '@zhitong/domain/directory/organisation-fact';
import {
  type Capability,
  decideCapability,
  decideCertificate,
  type HeldCertificate,
} from '@zhitong/domain/directory/organisation-holding';
import { Refusal } from '@zhitong/domain/refusal';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';
import { changeHeld, type HoldingDeps, type HoldingDesk, type Told } from './holding-desk.ts';
import {
  findHolder,
  type HeldChange,
  insertCapability,
  insertCertificate,
  type Kept,
  listCapabilities,
  listCertificates,
  markRemoved,
} from './holding-store.ts';
import type { OrganisationKey } from './organisation-store.ts';

/** A kind of thing an organisation has: every one is entered, changed and ended by the same rule. */
interface Holding<T> {
  readonly field: HeldChange['field'];
  readonly table: HeldTable;
  readonly list: (tx: Tx, key: OrganisationKey) => Promise<readonly Kept<T>[]>;
  /** what is written of what was told, or the refusal that says why not */
  readonly decide: (given: T, others: readonly Kept<T>[]) => T;
  readonly insert: (tx: Tx, key: OrganisationKey, row: { id: string; value: T; origin: FactOrigin }) => Promise<void>;
  readonly saidOf: (value: T) => HeldValue;
}

const capabilities: Holding<Capability> = {
  ...{ field: 'capability', table: 'organisation_capability', list: listCapabilities, decide: decideCapability },
  insert: (tx, key, { value, ...row }) => insertCapability(tx, key, { ...row, capability: value }),
  saidOf: ({ kind, name, detail }) => ({ kind, name, detail }),
};

const certificates: Holding<HeldCertificate> = {
  ...{ field: 'certificate', table: 'organisation_certificate', list: listCertificates, decide: decideCertificate },
  insert: (tx, key, { value, ...row }) => insertCertificate(tx, key, { ...row, certificate: value }),
  saidOf: ({ name, number, issuer, validFrom, validUntil }) => ({
    ...{ name, number, issuer, from: validFrom, until: validUntil },
  }),
};

export const capabilityDesk = deskFor(capabilities);
export const certificateDesk = deskFor(certificates);

function deskFor<T>({ field, table, list, decide, insert, saidOf }: Holding<T>) {
  return {
    add: (deps: HoldingDeps, viewer: Viewer, given: Told & T & { readonly organisationId: string }) =>
      changeHeld(deps, viewer, {
        told: given,
        find: async () => given.organisationId,
        act: async ({ tx, key, newId, origin }) => {
          const value = decide(given, await list(tx, key));
          await insert(tx, key, { id: newId(), value, origin });
          return { field, before: null, after: saidOf(value) };
        },
      }),
    /** The former entry ends and another begins: nothing is rewritten. */
    change: (deps: HoldingDeps, viewer: Viewer, given: Told & T & { readonly id: string }) =>
      changeHeld(deps, viewer, {
        told: given,
        find: holderOf(table, viewer, given.id),
        act: async (desk) => {
          const { tx, key, newId, origin } = desk;
          const { present, others } = pick(await list(tx, key), given.id);
          const value = decide(given, others);
          await end(desk, table, given.id);
          await insert(tx, key, { id: newId(), value, origin });
          return { field, before: saidOf(present), after: saidOf(value) };
        },
      }),
    end: (deps: HoldingDeps, viewer: Viewer, given: Told & { readonly id: string }) =>
      changeHeld(deps, viewer, {
        told: given,
        find: holderOf(table, viewer, given.id),
        act: async (desk) => {
          const { present } = pick(await list(desk.tx, desk.key), given.id);
          await end(desk, table, given.id);
          return { field, before: saidOf(present), after: null };
        },
      }),
  };
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
