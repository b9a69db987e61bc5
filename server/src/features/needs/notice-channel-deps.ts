import type { NoticeReach } from '@zhitong/domain/needs/notice-address';
import type { Database } from '#platform/database';
import type { Effects } from '#platform/effects';

/** How news leaves this installation. */
export interface NoticeSettings extends NoticeReach {
  /** where e-mail is handed in, and who it says it is from */
  readonly mailServer?: { readonly url: string; readonly from: string } | undefined;
}

export interface NoticeDeps {
  readonly database: Database;
  readonly effects: Effects;
  readonly secret: string;
  readonly notices: NoticeSettings;
}
