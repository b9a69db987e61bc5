import type { CascadeRing } from '@zhitong/domain/needs/cascade-ring';
import type { WidenCode } from '@zhitong/domain/needs/cascade-words';
import type { PublishedNeed } from '@zhitong/domain/needs/published-need';
import type { NeedMatching } from '#features/matching/public';
import type { Effects } from '#platform/effects';
import type { Cascade } from './cascade-reading.ts';

export interface CascadeDeps {
  readonly matching: NeedMatching;
  readonly effects: Effects;
}

export interface Moving {
  /** locked */
  readonly need: PublishedNeed;
  readonly cascade: Cascade;
  readonly at: Date;
}

export interface ByHand {
  readonly to: CascadeRing;
  readonly code: WidenCode;
  readonly by: string;
}
