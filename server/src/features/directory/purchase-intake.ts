import type { OriginBook } from '@zhitong/domain/chains/purchase-origin';
import type { OpenPurchase, TakenPurchase } from '@zhitong/domain/directory/import-purchases';
import type { Tx } from '#platform/database';
import type { Viewer } from '#platform/viewer';

export interface PurchaseWriting {
  readonly viewer: Viewer;
  /** the file, as the trail names it */
  readonly why: string;
}

/** What imports ask of chains, which own the purchases: given from outside, for one slice does not reach into another. */
export interface PurchaseIntake {
  /** the product of the graph these words stand for */
  readonly recognise: (text: string) => string | null;
  readonly origins: () => OriginBook;
  /** what these firms have registered; the firms are held, so that a click beside the import registers after it */
  readonly listOpen: (tx: Tx, city: string, organisationIds: readonly string[]) => Promise<readonly OpenPurchase[]>;
  readonly register: (tx: Tx, purchases: readonly TakenPurchase[], writing: PurchaseWriting) => Promise<void>;
  /** answers how many are withdrawn; what was changed or verified since stays */
  readonly withdraw: (tx: Tx, purchases: readonly TakenPurchase[], writing: PurchaseWriting) => Promise<number>;
}
