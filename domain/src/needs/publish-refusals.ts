import type { RefusalRow } from '../refusal.ts';

/** Why a need cannot be published, withdrawn or widened, besides what is wrong with its text. */
export const publishRefusalCodes = [
  'needs.same-need',
  'needs.key-used',
  'needs.closed',
  'needs.reach-not-wider',
  'needs.file-gone',
  'needs.unknown-gap',
] as const;
export type PublishRefusalCode = (typeof publishRefusalCodes)[number];

export const publishRefusals = {
  'needs.key-used': {
    status: 409,
    zh: '这份草稿 {minutes} 分钟前已发出，当时写的是别的内容，可以打开看。现在这些还没有发，要另发一条请再按一次',
    en: 'This draft was sent {minutes} min ago with other words; open it to see. What stands here now was not sent: press once more to send it as another',
  },
  'needs.same-need': {
    status: 409,
    zh: '您 {minutes} 分钟前发过同样的需求。打开它',
    en: 'You published the same need {minutes} min ago. Open it',
  },
  'needs.closed': {
    status: 409,
    zh: '该需求已于 {date} 结束，不能再改动',
    en: 'This need closed on {dateEn} and can no longer be changed',
  },
  'needs.reach-not-wider': {
    status: 409,
    zh: '该需求已经开放到这个范围',
    en: 'This need is already open that far',
  },
  'needs.file-gone': {
    status: 422,
    zh: '有 {count} 个附件已不在，或已随别的需求发出。请重新选择附件',
    en: '{count} of the files are gone, or went with another need. Choose them again',
  },
  'needs.unknown-gap': {
    status: 422,
    zh: '来源弱项不在现行图谱上，请从弱项页重新进入',
    en: 'The gap this need came from is on no map in force; open the composer from its page again',
  },
} as const satisfies Record<PublishRefusalCode, RefusalRow>;
