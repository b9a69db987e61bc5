import { noticeChannelKinds } from '@zhitong/domain/needs/notice-channel';
import { noticeFaults, noticeOutcomeKinds } from '@zhitong/domain/needs/notice-outcome';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, idParams, instant, organisationLink } from '../values.ts';

const minuteOfDay = z.number().int().min(0).max(1439);
const quietHours = z.object({ from: minuteOfDay, to: minuteOfDay }).refine(({ from, to }) => from !== to);

export const noticeChannel = z.object({
  id,
  kind: z.enum(noticeChannelKinds),
  name: z.string(),
  organisation: organisationLink,
  /** only what this person holds; null: everything */
  person: z.string().nullable(),
  language: z.enum(['zh', 'en']),
  /** without what opens it: the rest of a robot’s address is its key */
  address: z.string(),
  keyed: z.boolean(),
  quiet: quietHours.nullable(),
  digestMinutes: z.number().int(),
  enabled: z.boolean(),
  /** matters that wait to be sent */
  waiting: z.number().int(),
  last: z
    .object({
      outcome: z.enum(noticeOutcomeKinds),
      fault: z.enum(noticeFaults).nullable(),
      at: instant,
      nextAt: instant.nullable(),
    })
    .nullable(),
});
export type NoticeChannel = z.infer<typeof noticeChannel>;

const settings = {
  name: z.string().trim().min(1).max(40),
  language: z.enum(['zh', 'en']).default('zh'),
  quiet: quietHours.nullable().default(null),
  digestMinutes: z.number().int().min(0).max(1440).default(5),
};
const address = z.string().trim().min(1).max(1000);
const key = z.string().trim().max(200);

export const listNoticeChannels = endpoint({
  method: 'GET',
  path: '/api/notice-channels',
  tag: 'needs',
  summary: 'Ways out for news: those of the own organisation, for the bureau those of the city. Keys are never told',
  status: 200,
  reply: z.object({
    channels: z.array(noticeChannel),
    /** whether a mail server is set up */
    mail: z.boolean(),
  }),
});

export const addNoticeChannel = endpoint({
  method: 'POST',
  path: '/api/notice-channels',
  tag: 'needs',
  summary: 'Add a DingTalk or WeCom robot, a mailbox or a signed webhook',
  status: 201,
  body: z.object({
    ...settings,
    kind: z.enum(noticeChannelKinds),
    /** absent: the own one */
    organisationId: id.optional(),
    /** only what this person of it holds; absent: everything */
    personId: id.optional(),
    address,
    key: key.default(''),
  }),
  reply: z.object({ channel: noticeChannel }),
});

export const changeNoticeChannel = endpoint({
  method: 'PUT',
  path: '/api/notice-channels/:id',
  tag: 'needs',
  summary: 'Change the settings of a channel; an address or key left out stays as it is',
  status: 200,
  params: idParams,
  body: z.object({ ...settings, enabled: z.boolean(), address: address.optional(), key: key.optional() }),
  reply: z.object({ channel: noticeChannel }),
});

export const removeNoticeChannel = endpoint({
  method: 'DELETE',
  path: '/api/notice-channels/:id',
  tag: 'needs',
  summary: 'Remove a channel; what waits in it is not sent any more',
  status: 200,
  params: idParams,
  reply: z.object({ removed: id }),
});

export const testNoticeChannel = endpoint({
  method: 'POST',
  path: '/api/notice-channels/:id/test',
  tag: 'needs',
  summary: 'Send a test message now, quiet hours or not. It counts towards the twenty a minute',
  status: 200,
  params: idParams,
  reply: z.object({ channel: noticeChannel }),
});
