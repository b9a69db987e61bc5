import { OriginBook } from '@zhitong/domain/chains/purchase-origin';
import type { TakenPurchase } from '@zhitong/domain/directory/import-purchases';
import type { CatalogueRegion } from '@zhitong/domain/matching/catalogue';
import type { PurchaseDeed } from '@zhitong/domain/matching/notice-chains';
import { recordAudits } from '#platform/audit-log';
import type { Tx } from '#platform/database';
import type { Effects } from '#platform/effects';
import { appendEvents } from '#platform/event-log';
import type { Viewer } from '#platform/viewer';
import { findNames } from './firm-naming.ts';
import { listMapReaders } from './map-reader-store.ts';
import { insertPurchases, listOpenPurchases, withdrawUntouched } from './purchase-intake-store.ts';
import { holdFirms } from './purchase-store.ts';

/** What is asked of the catalogue, which matching keeps in memory. */
export interface IntakeOptions {
  readonly effects: Effects;
  readonly recognise: (text: string) => string | null;
  readonly productName: (id: string) => string;
  readonly regions: () => Iterable<CatalogueRegion>;
}

interface Writing {
  readonly viewer: Viewer;
  readonly why: string;
}

/** what fits into one statement */
const stretch = 2_000;

/** Many purchases at once, each with the event and the line of the trail that one entered by hand has. */
export function purchaseIntake(options: IntakeOptions) {
  const { effects, recognise, regions } = options;
  return {
    recognise,
    origins: () => new OriginBook(regions()),
    listOpen: async (tx: Tx, city: string, firms: readonly string[]) => {
      await holdFirms(tx, city, firms);
      return listOpenPurchases(tx, city, firms);
    },
    register: async (tx: Tx, purchases: readonly TakenPurchase[], writing: Writing) => {
      const { city, personName } = writing.viewer;
      await insertPurchases(tx, city, { purchases, by: personName, at: effects.now() });
      await tell(tx, options, { ...writing, purchases, deed: 'entered' });
    },
    withdraw: async (tx: Tx, purchases: readonly TakenPurchase[], writing: Writing) => {
      const ids = purchases.map(({ id }) => id);
      const gone = await withdrawUntouched(tx, writing.viewer.city, { ids, at: effects.now() });
      const told = purchases.filter(({ id }) => gone.has(id));
      await tell(tx, options, { ...writing, purchases: told, deed: 'withdrawn' });
      return gone.size;
    },
  };
}

interface Telling extends Writing {
  readonly purchases: readonly TakenPurchase[];
  readonly deed: PurchaseDeed;
}

async function tell(
  tx: Tx,
  { effects, productName }: IntakeOptions,
  { purchases, deed, viewer, why }: Telling,
): Promise<void> {
  const { city, personId, organisationId: own, organisationName: by, role } = viewer;
  const at = effects.now();
  const readers = role === 'operator' ? await listMapReaders(tx, city) : [own];
  const names = await findNames(
    tx,
    city,
    purchases.map(({ organisationId }) => organisationId),
  );
  for (let from = 0; from < purchases.length; from += stretch)
    await appendEvents(
      tx,
      purchases.slice(from, from + stretch).map(({ id, organisationId, productId }) => ({
        ...{ city, id: effects.newId(), type: 'purchase.changed' as const, subjectId: id, at, actorId: personId },
        audience: [...new Set([organisationId, ...readers])],
        payload: { deed, by, firm: names.get(organisationId) ?? '', product: productName(productId) },
      })),
    );
  await recordAudits(
    tx,
    effects,
    purchases.map(({ id, organisationId: _, ...facts }) => ({
      ...{ action: `purchase.${deed}`, subject: { kind: 'purchase', id }, why },
      after: { ...facts, level: 'declared', edition: deed === 'entered' ? 1 : 2 },
    })),
  );
}
