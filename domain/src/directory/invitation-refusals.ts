import type { RefusalRow } from '../refusal.ts';

export const invitationRefusalCodes = [
  'invitations.used',
  'invitations.revoked',
  'invitations.expired',
  'invitations.unknown',
  'invitations.too-often',
  'invitations.too-many',
  'invitations.other-role',
  'invitations.already-there',
  'invitations.other-city',
  'invitations.own-link',
  'invitations.inviter-gone',
  'invitations.tried-too-often',
] as const;
export type InvitationRefusalCode = (typeof invitationRefusalCodes)[number];

/** Why a link does not open, or cannot be made. */
export const invitationRefusals = {
  'invitations.used': {
    status: 409,
    zh: '此链接已使用。如果不是您用的，请告诉邀请您的人',
    en: 'This link has been used. If it was not you, tell the person who invited you',
  },
  'invitations.revoked': {
    status: 409,
    zh: '此链接已被收回。请向邀请您的人再要一个',
    en: 'This link was taken back. Ask the person who invited you for another one',
  },
  'invitations.expired': {
    status: 409,
    zh: '此链接已于 {date} 过期。请向邀请您的人再要一个',
    en: 'This link expired on {date}. Ask the person who invited you for another one',
  },
  'invitations.unknown': {
    status: 404,
    zh: '链接不完整或不存在。请从消息里完整复制',
    en: 'The link is not complete or does not exist. Copy all of it from the message',
  },
  'invitations.too-often': {
    status: 429,
    zh: '打开得太频繁，请稍等一分钟',
    en: 'Too many tries. Please wait a minute',
  },
  'invitations.too-many': {
    status: 409,
    zh: '还有 {most} 个邀请没有使用。请先收回不用的',
    en: '{most} invitations are still open. Take back those you do not need',
  },
  'invitations.other-role': {
    status: 422,
    zh: '这个单位不能邀请这种岗位',
    en: 'This organisation has no such post to invite to',
  },
  'invitations.already-there': {
    status: 409,
    zh: '您已经在“{name}”任职',
    en: 'You hold a post at “{name}” already',
  },
  'invitations.other-city': {
    status: 409,
    zh: '您的账号在另一个城市，不能接受这个邀请。请用新的用户名',
    en: 'Your account belongs to another city. Accept with a new user name instead',
  },
  'invitations.own-link': {
    status: 403,
    zh: '不能接受自己发出的邀请。岗位由另一位有权限的人给',
    en: 'Nobody accepts an invitation of their own. A post is given by somebody else who may',
  },
  'invitations.inviter-gone': {
    status: 409,
    zh: '{by}现在已无权邀请“{name}”的人员，链接失效。请向该单位现任负责人再要一个',
    en: '{by} may no longer invite into “{name}”, so this link has lapsed. Ask who is in charge there now for another one',
  },
  'invitations.tried-too-often': {
    status: 429,
    zh: '这个链接已试了 {most} 次都没有成功，不能再用。请向邀请您的人再要一个',
    en: 'This link was tried {most} times without success and no longer works. Ask the person who invited you for another one',
  },
} as const satisfies Record<InvitationRefusalCode, RefusalRow>;
