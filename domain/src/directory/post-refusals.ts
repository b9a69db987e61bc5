import type { RefusalRow } from '../refusal.ts';

export const postRefusalCodes = [
  'directory.post-to-oneself',
  'directory.role-above',
  'directory.role-not-here',
  'directory.administrators-apart',
  'directory.administrator-and-business',
  'directory.administrator-phone',
  'directory.administrator-namesake',
  'directory.own-post',
  'directory.post-held-already',
  'directory.post-days',
  'directory.post-ended',
  'directory.post-in-the-past',
  'directory.last-security-administrator',
  'directory.person-there',
  'directory.phone-of-another',
  'directory.person-unknown',
  'directory.cover-not-there',
  'directory.away-already',
  'directory.leave-days',
  'directory.leave-not-held',
  'directory.leave-orphans',
] as const;
export type PostRefusalCode = (typeof postRefusalCodes)[number];

export const postRefusals = {
  'directory.post-to-oneself': {
    status: 403,
    zh: '不能给自己加岗位或改自己的角色，请由另一位有权限的人办理',
    en: 'Nobody gives a post to themselves. Ask somebody else who may',
  },
  'directory.role-above': {
    status: 403,
    zh: '您不能授予或收回“{role}”。三员和链长办公室由安全管理员办理，平台运营只在工信局内',
    en: 'You may not give or take the role “{roleEn}”. Administrators and the chief’s office are given by the security administrator, operators only inside the bureau',
  },
  'directory.role-not-here': {
    status: 422,
    zh: '这类单位没有“{role}”这个角色',
    en: 'There is no “{roleEn}” in this kind of organisation',
  },
  'directory.administrators-apart': {
    status: 409,
    zh: '{name}在这段时间已担任另一种管理员。系统、安全、审计三员不能由一人兼任，请换人或错开日期',
    en: '{name} is another administrator in that time. System, security and audit administrators are never one person: name somebody else or other dates',
  },
  'directory.administrator-and-business': {
    status: 409,
    zh: '系统、安全、审计管理员不参与全市业务，{name}不能在同一段时间既任管理员又任业务岗位。请换人，或先结束另一个岗位',
    en: 'Administrators take no part in the city’s business: {name} cannot hold both kinds of post at a time. Name somebody else, or end the other post first',
  },
  'directory.administrator-phone': {
    status: 422,
    zh: '任命管理员要登记手机号，用来确认{name}是谁、没有重复登记。请填写手机号后再办',
    en: 'An administrator needs a mobile number, so that it is certain who {name} is. Enter it and try again',
  },
  'directory.administrator-namesake': {
    status: 409,
    zh: '全市名录里已有 {count} 位叫“{name}”的人。任命管理员前请核对；确实是另一个人，请勾选“确认不是同一个人”',
    en: '{count} people called “{name}” are in the city’s directory already. Check who it is; if it is somebody else, confirm that it is another person',
  },
  'directory.own-post': {
    status: 403,
    zh: '安全管理员不能结束自己的岗位，请由另一位安全管理员办理',
    en: 'A security administrator does not end a post of its own. Ask another security administrator',
  },
  'directory.post-held-already': {
    status: 409,
    zh: '{name}在本单位这段时间已有这个岗位',
    en: '{name} holds this post here in that time already',
  },
  'directory.post-days': {
    status: 422,
    zh: '结束日期要晚于开始日期',
    en: 'The last day must lie after the first',
  },
  'directory.post-ended': {
    status: 409,
    zh: '{name}的这个岗位到那时已经结束',
    en: 'This post of {name} is over by then',
  },
  'directory.post-in-the-past': {
    status: 422,
    zh: '日期不能早于今天，过去的记录不改写',
    en: 'The day cannot lie before today: what was is not rewritten',
  },
  'directory.last-security-administrator': {
    status: 409,
    zh: '{name}是最后一位安全管理员：从 {day} 起没有别的安全管理员能登录。请先另行任命一位并让其登录一次，否则再没有人能授权',
    en: '{name} is the last security administrator: from {day} on no other one could sign in. Name another first and let them sign in once, or nobody can give rights any more',
  },
  'directory.person-there': {
    status: 409,
    zh: '{name}已在本单位。同一个人请直接加岗位；如是重名的另一人，请填写手机号',
    en: '{name} is in this organisation already. Give the same person a post; for a namesake enter the mobile number',
  },
  'directory.phone-of-another': {
    status: 409,
    zh: '这个手机号登记在另一个姓名下，请核对姓名或号码',
    en: 'This mobile number belongs to another name. Check the name or the number',
  },
  'directory.person-unknown': {
    status: 422,
    zh: '全市名录里没有这个人，请填写姓名新增',
    en: 'Nobody like that in the city’s directory. Enter the name to add somebody',
  },
  'directory.cover-not-there': {
    status: 422,
    zh: '代办人须是本单位另一位同事，且整个请假期间都在岗位上',
    en: 'Who covers must be another colleague of the same organisation who holds a post on all these days',
  },
  'directory.away-already': {
    status: 409,
    zh: '{name}在 {from} 至 {to} 已登记请假，请错开日期',
    en: '{name} is on leave from {from} to {to} already. Choose other days',
  },
  'directory.leave-days': {
    status: 422,
    zh: '请假至少一天，最长一年，返岗日要晚于开始日，且不早于今天',
    en: 'A leave lasts at least a day and at most a year, ends after it begins, and not before today',
  },
  'directory.leave-not-held': {
    status: 409,
    zh: '请假的日子不全在岗位任期内，或这次请假已经结束',
    en: 'The post is not held on all these days, or this leave is over already',
  },
  'directory.leave-orphans': {
    status: 409,
    zh: '这样请假，{count} 件事项从 {day} 起没有人负责：{matters}。请指定在岗的代办人，或先给事项指定 B 角',
    en: 'With this leave nobody would answer for {count} matters from {day}: {matters}. Name somebody present to cover, or a deputy for the matters',
  },
} as const satisfies Record<PostRefusalCode, RefusalRow>;
