import type { Viewer } from '#platform/viewer';
import type { ImportOrigin } from './import-organisation-store.ts';
import type { ImportKey } from './import-store.ts';
import type { OfferIntake } from './offer-intake.ts';
import type { OrganisationDeps } from './organisation-service.ts';
import type { PurchaseIntake } from './purchase-intake.ts';

/** What a writer is given: which job, in whose name, and what it asks of other slices. */
export interface Writing {
  readonly key: ImportKey;
  readonly origin: ImportOrigin;
  readonly viewer: Viewer;
  readonly newId: () => string;
  readonly renameSupplier: OrganisationDeps['renameSupplier'];
  readonly offers: OfferIntake;
  readonly purchases: PurchaseIntake;
}

export interface WriteCounts {
  readonly created: number;
  readonly changed: number;
}
