import type { RefusalRow } from '../refusal.ts';

/** Why a map of a chain, or what is asked of it, is not taken. */
export const chainRefusalCodes = [
  'chains.no-segments',
  'chains.empty-segment',
  'chains.segment-twice',
  'chains.unknown-product',
  'chains.product-twice',
  'chains.loose-link',
  'chains.cycle',
  'chains.no-version',
  'chains.name-twice',
  'chains.made-from-cycle',
  'chains.no-segment',
  'chains.link-twice',
  'chains.merge-itself',
  'chains.split-nothing',
  'chains.no-draft',
  'chains.draft-state',
  'chains.draft-changed',
  'chains.same-person',
  'chains.no-reason',
  'chains.slug-taken',
  'chains.from-past',
  'chains.from-before-last',
  'chains.overlap',
  'chains.unknown-body',
  'chains.file-type',
  'chains.file-json',
  'chains.file-empty',
] as const;
export type ChainRefusalCode = (typeof chainRefusalCodes)[number];

export const chainRefusals = {
  'chains.no-segments': { status: 422, zh: '图谱至少要有一个环节', en: 'A map needs at least one segment' },
  'chains.empty-segment': {
    status: 422,
    zh: '环节“{segment}”里没有产品。请加产品，或删去这个环节',
    en: 'The segment “{segment}” holds no product. Add one, or remove the segment',
  },
  'chains.segment-twice': {
    status: 422,
    zh: '环节“{segment}”的编号重复',
    en: 'The id of the segment “{segment}” stands twice',
  },
  'chains.unknown-product': {
    status: 422,
    zh: '环节“{segment}”里的“{product}”不在产品库中',
    en: '“{product}” of the segment “{segment}” is not in the product graph',
  },
  'chains.product-twice': {
    status: 422,
    zh: '“{product}”已在环节“{other}”中，不能再放进“{segment}”。同一条链里一个产品只属于一个环节',
    en: '“{product}” stands in “{other}” already and cannot stand in “{segment}” too: in one chain a product is one link',
  },
  'chains.loose-link': {
    status: 422,
    zh: '连线“{from} → {to}”的一端不在图上',
    en: 'One end of the link “{from} → {to}” is not on the map',
  },
  'chains.cycle': {
    status: 422,
    zh: '“{path}”构成循环，未保存',
    en: '“{path}” is a cycle; nothing was saved',
  },
  'chains.no-version': {
    status: 404,
    zh: '{day}这条链还没有已发布的图谱',
    en: 'This chain has no published map on {day}',
  },
  'chains.name-twice': {
    status: 422,
    zh: '有两个环节都叫“{segment}”，请改一个名称',
    en: 'Two segments are called “{segment}”: give one of them another name',
  },
  'chains.made-from-cycle': {
    status: 422,
    zh: '产品库中“{path}”互为原料，构成循环，不能诊断。请在产品库里改正，或把其中一个移出本链',
    en: 'In the product graph “{path}” are made from each other, a cycle that cannot be diagnosed: mend it there, or take one of them out',
  },
  'chains.no-segment': {
    status: 422,
    zh: '图上没有编号为“{segment}”的环节',
    en: 'No segment “{segment}” stands on the map',
  },
  'chains.link-twice': {
    status: 422,
    zh: '“{from} → {to}”已经连好了',
    en: '“{from} → {to}” is linked already',
  },
  'chains.merge-itself': {
    status: 422,
    zh: '环节“{segment}”不能并入自己',
    en: 'The segment “{segment}” cannot be merged into itself',
  },
  'chains.split-nothing': {
    status: 422,
    zh: '拆分“{segment}”要选出一部分产品，两边都要留下至少一个',
    en: 'To split “{segment}”, choose some of its products: at least one must stay on either side',
  },
  'chains.no-draft': {
    status: 404,
    zh: '这条链没有正在编辑的草稿',
    en: 'This chain has no draft',
  },
  'chains.draft-state': {
    status: 409,
    zh: '这一稿现在是“{state}”，不能这样做。请重新载入',
    en: 'This draft is “{stateEn}” now, so that cannot be done. Reload it',
  },
  'chains.draft-changed': {
    status: 409,
    zh: '{by}已存了更新的一稿（第 {edition} 次保存）。您的改动没有保存，请重新载入',
    en: '{by} has saved a newer state of this draft (saving {edition}). Your changes were not saved: reload it',
  },
  'chains.same-person': {
    status: 403,
    zh: '送审的人不能自己发布，请由另一位同事审核',
    en: 'Whoever sent the draft for review cannot publish it: another colleague must',
  },
  'chains.no-reason': {
    status: 422,
    zh: '退回要写明原因',
    en: 'Sending it back needs a reason',
  },
  'chains.slug-taken': {
    status: 409,
    zh: '代号“{slug}”已用于另一条链，请换一个',
    en: 'The short name “{slug}” belongs to another chain: choose another one',
  },
  'chains.from-past': {
    status: 422,
    zh: '生效日{from}已过，会改写历史。请选今天（{today}）或以后',
    en: '{fromEn} has passed and would rewrite history: choose today ({todayEn}) or later',
  },
  'chains.from-before-last': {
    status: 422,
    zh: '生效日{from}要晚于上一版（第 {number} 版）的生效日{last}',
    en: '{fromEn} must be after {lastEn}, the first day of the version before (version {number})',
  },
  'chains.overlap': {
    status: 422,
    zh: '第 {number} 版有效到{until}，与{from}起的新版重叠。请选{until}或以后',
    en: 'Version {number} is valid until {untilEn} and would overlap with one from {fromEn}: choose {untilEn} or later',
  },
  'chains.unknown-body': {
    status: 422,
    zh: '牵头部门或链主企业不在主体库中，请重新选择',
    en: 'The lead department or the chain leader is not in the directory: choose it again',
  },
  'chains.file-type': {
    status: 422,
    zh: '“{name}”不是本系统的链图文件。请上传 .json 或 .xlsx',
    en: '“{name}” is no file of a chain map. Upload .json or .xlsx',
  },
  'chains.file-json': {
    status: 422,
    zh: '这个 JSON 不是链图文件，或已损坏（{place}）',
    en: 'This JSON is no chain map, or it is damaged ({place})',
  },
  'chains.file-empty': {
    status: 422,
    zh: '文件里没有工作表“环节”，或其中一行都读不出来',
    en: 'The file has no sheet “环节” (segments), or none of its rows can be read',
  },
} as const satisfies Record<ChainRefusalCode, RefusalRow>;
