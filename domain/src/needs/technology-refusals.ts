import type { RefusalRow } from '../refusal.ts';

/** Why a target sheet, an answer to it, or taking a case over is not possible. */
export const technologyRefusalCodes = [
  'technology.not-technology',
  'technology.targets-not-here',
  'technology.no-targets',
  'technology.too-many-targets',
  'technology.metric-missing',
  'technology.value-implausible',
  'technology.range-impossible',
  'technology.unit-unknown',
  'technology.target-twice',
  'technology.targets-contradict',
  'technology.trl-out',
  'technology.budget-implausible',
  'technology.sheet-there',
  'technology.no-sheet',
  'technology.over',
  'technology.only-centres-take',
  'technology.yours-already',
  'technology.taken-already',
  'technology.answer-incomplete',
  'technology.unknown-target',
  'technology.nothing-answered',
  'technology.value-missing',
  'technology.evidence-missing',
  'technology.day-ahead',
  'technology.value-short',
  'technology.value-enough',
  'technology.not-an-answerer',
  'technology.chosen-already',
  'technology.answer-changed',
  'technology.settled',
  'technology.mend-whole',
] as const;
export type TechnologyRefusalCode = (typeof technologyRefusalCodes)[number];

export const technologyRefusals = {
  'technology.not-technology': {
    status: 409,
    zh: '这不是技术需求，没有目标表',
    en: 'This is not a technology need; it has no target sheet',
  },
  'technology.targets-not-here': {
    status: 422,
    zh: '只有技术需求可以带目标表。请去掉目标，或改为技术需求',
    en: 'Only a technology need has a target sheet. Leave the targets out, or make it a technology need',
  },
  'technology.no-targets': {
    status: 422,
    zh: '目标表至少要有一项指标，例如“拉伸强度 ≥ 4900 MPa”',
    en: 'A target sheet needs at least one figure, such as “tensile strength ≥ 4900 MPa”',
  },
  'technology.too-many-targets': {
    status: 422,
    zh: '目标表最多 {most} 项，现在有 {count} 项。请合并或分成两件需求',
    en: 'A target sheet has at most {most} targets; this has {count}. Join some, or send two needs',
  },
  'technology.metric-missing': {
    status: 422,
    zh: '第 {row} 项没有写指标名称',
    en: 'Target {row} does not say what is measured',
  },
  'technology.value-implausible': {
    status: 422,
    zh: '第 {row} 项“{metric}”的数值不合理。请核对',
    en: 'The value of target {row}, “{metric}”, is not plausible. Please check',
  },
  'technology.range-impossible': {
    status: 422,
    zh: '第 {row} 项“{metric}”的范围不成立：上限要大于下限，现在是 {low} 到 {high}',
    en: 'The range of target {row}, “{metric}”, cannot be: the upper end must be above the lower one; it runs from {low} to {high}',
  },
  'technology.unit-unknown': {
    status: 422,
    zh: '第 {row} 项“{metric}”的单位“{unit}”不认识。请用法定计量单位，如 MPa、mm、%、℃，没有单位就留空',
    en: 'The unit “{unit}” of target {row}, “{metric}”, is not known. Use a legal unit such as MPa, mm, % or ℃, or leave it empty',
  },
  'technology.target-twice': {
    status: 422,
    zh: '第 {row} 项“{metric}”和第 {other} 项重复。请去掉一项',
    en: 'Target {row}, “{metric}”, repeats target {other}. Remove one of them',
  },
  'technology.targets-contradict': {
    status: 422,
    zh: '第 {row} 项“{metric}”和第 {other} 项矛盾，没有数值能同时达到',
    en: 'Target {row}, “{metric}”, contradicts target {other}: no value could reach both',
  },
  'technology.trl-out': {
    status: 422,
    zh: '技术成熟度（TRL）是 1 到 9 级，现在是 {trl}',
    en: 'Technology readiness (TRL) is a level from 1 to 9; this is {trl}',
  },
  'technology.budget-implausible': {
    status: 422,
    zh: '预算要大于 0，最多 1,000 亿元。不便写就留空',
    en: 'The budget must be above 0 and at most ¥100 billion. Leave it empty if you would rather not say',
  },
  'technology.sheet-there': {
    status: 409,
    zh: '这件需求已有目标表，并已送达。指标变了请另提一件技术需求',
    en: 'This need has a target sheet, and it was sent out. If the figures changed, send in another technology need',
  },
  'technology.no-sheet': {
    status: 409,
    zh: '这件需求还没有目标表，不能逐项应答',
    en: 'This need has no target sheet yet, so it cannot be answered target by target',
  },
  'technology.over': {
    status: 409,
    zh: '这件需求已经结束，不再承接和应答',
    en: 'This need is over: it is neither taken nor answered any more',
  },
  'technology.only-centres-take': {
    status: 409,
    zh: '只有创新平台可以承接。高校请逐项应答，作为协办',
    en: 'Only an innovation centre takes a need over. A university answers target by target, as a helper',
  },
  'technology.yours-already': {
    status: 409,
    zh: '这件需求已由您单位主办',
    en: 'This need is with your body already',
  },
  'technology.taken-already': {
    status: 409,
    zh: '{body}已先承接，由其主办。您仍可以逐项应答',
    en: '{body} has taken it and is in charge. You can still answer target by target',
  },
  'technology.answer-incomplete': {
    status: 422,
    zh: '每一项都要答，还差：{missingZh}。说不准的选“待定”',
    en: 'Every target needs an answer; missing: {missingEn}. Choose “open” where you cannot say',
  },
  'technology.unknown-target': {
    status: 422,
    zh: '目标表有 {count} 项，应答要与它一一对应',
    en: 'The sheet has {count} targets; the answer must name each of them once',
  },
  'technology.nothing-answered': {
    status: 422,
    zh: '全是“待定”，还不是应答。至少有一项写明达到或达不到',
    en: 'Everything is open, which is no answer yet. Say of at least one target whether it is met',
  },
  'technology.value-missing': {
    status: 422,
    zh: '“{metric}”选了“达到”，请写达到的数值',
    en: '“{metric}” is said to be met: write the value that was reached',
  },
  'technology.evidence-missing': {
    status: 422,
    zh: '“{metric}”缺依据或日期：达到的写检测报告等，达不到的写差在哪里',
    en: '“{metric}” lacks evidence or its date: name the test report, or say what stands against it',
  },
  'technology.day-ahead': {
    status: 422,
    zh: '“{metric}”的日期 {date} 还没到。请写测得或出具依据的日期',
    en: 'The date of “{metric}”, {date}, lies ahead. Write the day it was measured or the evidence was written',
  },
  'technology.value-short': {
    status: 422,
    zh: '“{metric}”写的是 {value}，没有达到目标，却选了“达到”。请核对',
    en: '“{metric}” reached {value}, which does not meet the target, yet it is said to be met. Please check',
  },
  'technology.value-enough': {
    status: 422,
    zh: '“{metric}”写的是 {value}，已经达到目标，却选了“达不到”。请核对',
    en: '“{metric}” reached {value}, which meets the target, yet it is said not to be met. Please check',
  },
  'technology.not-an-answerer': {
    status: 422,
    zh: '目标表只送创新平台和高校，所选单位中有不是的，或已送达、已并入别的单位。请重新选择',
    en: 'A target sheet goes to innovation centres and universities. One of these is neither, has it already, or was merged into another. Choose again',
  },
  'technology.chosen-already': {
    status: 409,
    zh: '您已采用一份应答。没有解决时选“没解决”，再采用别的',
    en: 'You have taken an answer already. If it does not solve it, say so; then you can take another',
  },
  'technology.answer-changed': {
    status: 409,
    zh: '这份应答刚刚更新过。请看过最新的再采用',
    en: 'This answer has just been changed. Look at the new one before you take it',
  },
  'technology.settled': {
    status: 409,
    zh: '企业已另有安排，现在不用再应答。企业说没有解决时会再通知您',
    en: 'The firm has made other arrangements; no answer is needed now. You are told if it does not solve it',
  },
  'technology.mend-whole': {
    status: 422,
    zh: '企业正在确认您单位的答复，更正后每一项都要是达到或达不到，不能留“待定”',
    en: 'The firm is about to confirm your answer: a mended one says of every target met or not met, nothing stays open',
  },
} as const satisfies Record<TechnologyRefusalCode, RefusalRow>;
