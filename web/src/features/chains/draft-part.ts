import type { Segment } from '@zhitong/domain/chains/chain-map';
import type { Names } from './draft-names.ts';
import type { DraftSession } from './draft-session.ts';

/** What every part of the panel of a segment is given. */
export interface PanelPart {
  readonly segment: Segment;
  readonly session: DraftSession;
  readonly names: Names;
  /** it is only looked at */
  readonly still: boolean;
}
