import type { RefusalRow } from '../refusal.ts';

/** Why a target cannot be registered, or nothing can be done to it. */
export const targetRefusalCodes = [
  'targets.unknown-organisation',
  'targets.unknown-region',
  'targets.already-here',
  'targets.unknown-gap',
  'targets.duplicate',
  'targets.key-used',
  'targets.not-yours',
  'targets.over',
  'targets.not-next',
  'targets.backwards',
  'targets.incomplete',
  'targets.due-past',
  'targets.due-far',
  'targets.too-long',
  'targets.changed',
  'targets.taking-part',
  'targets.unknown-owner',
  'targets.same-owner',
  'targets.other-firm',
  'targets.itself',
] as const;
export type TargetRefusalCode = (typeof targetRefusalCodes)[number];

export const targetRefusals = {
  'targets.unknown-organisation': {
    status: 422,
    zh: '没有这家主体，或者它没有公开的资料。不在主体库里的，填名称、所在地和类别',
    en: 'There is no such organisation, or it has published nothing. If it is not in the register, give its name, place and kind',
  },
  'targets.unknown-region': {
    status: 422,
    zh: '没有这个行政区划：{region}',
    en: 'There is no such administrative division: {region}',
  },
  'targets.already-here': {
    status: 409,
    zh: '“{name}”已在本市，不是招商线索。要增资扩产，请按企业诉求办理',
    en: '“{name}” is in the city already and no target. For an expansion, handle it as a request of the firm',
  },
  'targets.unknown-gap': {
    status: 422,
    zh: '没有这个缺口：它不在现行图谱里',
    en: 'There is no such gap: it is not on the map in force',
  },
  'targets.duplicate': {
    status: 409,
    zh: '{district} {date} 已登记该企业（{person}）。并入？坚持另立一条要写明理由',
    en: '{district} registered this firm on {dateEn} ({person}). Join it? To keep a second record, give the reason',
  },
  'targets.key-used': {
    status: 409,
    zh: '这次提交已经登记过另一条线索。请刷新后再登记',
    en: 'This form has registered another target already. Reload and register again',
  },
  'targets.not-yours': {
    status: 403,
    zh: '这条线索由{owner}负责。您所在单位没有参与，可先并入',
    en: 'This target is with {owner}. Your body takes no part in it; join it first',
  },
  'targets.over': {
    status: 409,
    zh: '这条线索已于 {date} {stateZh}，不能再记进展',
    en: 'This target ended on {dateEn} ({stateEn}); nothing more can be noted',
  },
  'targets.not-next': {
    status: 409,
    zh: '现在是{nowZh}，不能直接到{stageZh}。接下来可以：{allowedZh}',
    en: 'It is now {nowEn} and cannot go straight to {stageEn}. Possible next: {allowedEn}',
  },
  'targets.backwards': {
    status: 422,
    zh: '从{nowZh}退回{stageZh}要写明原因',
    en: 'Going back from {nowEn} to {stageEn} takes a reason',
  },
  'targets.incomplete': { status: 422, zh: '还缺：{missingZh}', en: 'Still missing: {missingEn}' },
  'targets.due-past': {
    status: 422,
    zh: '下一步的期限 {due} 已过，今天是 {today}',
    en: 'The day of the next step, {due}, has passed; today is {today}',
  },
  'targets.due-far': {
    status: 422,
    zh: '下一步的期限最远到 {last}。更远的事请拆成近处的一步',
    en: 'The day of the next step is {last} at the latest. Break what lies further into a nearer step',
  },
  'targets.too-long': {
    status: 422,
    zh: '{fieldZh}最多 {limit} 字，这段有 {length} 字。请删减',
    en: '{fieldEn} takes at most {limit} characters; this has {length}. Shorten it',
  },
  'targets.changed': {
    status: 409,
    zh: '{who} {minutes} 分钟前已改动这条线索（{whatZh}）。请看过再操作',
    en: '{who} changed this target {minutes} min ago ({whatEn}). Look at it before you act',
  },
  'targets.taking-part': {
    status: 409,
    zh: '{body}已在这条线索里',
    en: '{body} takes part in this target already',
  },
  'targets.unknown-owner': {
    status: 422,
    zh: '没有这个人，或者不在招商岗位上',
    en: 'There is no such person, or the post does not handle targets',
  },
  'targets.same-owner': { status: 409, zh: '已经由{owner}负责', en: 'It is with {owner} already' },
  'targets.other-firm': {
    status: 409,
    zh: '两条线索不像同一家：“{one}”与“{other}”。请核对名称',
    en: 'These do not look like one firm: “{one}” and “{other}”. Check the names',
  },
  'targets.itself': {
    status: 409,
    zh: '一条线索不能并入它自己',
    en: 'A target cannot be joined to itself',
  },
} as const satisfies Record<TargetRefusalCode, RefusalRow>;
