import {
  addNoticeChannel,
  changeNoticeChannel,
  listNoticeChannels,
  removeNoticeChannel,
  testNoticeChannel,
} from '@zhitong/contract/needs/notice-channel-contract';
import type { Routes } from '#platform/route';
import type { NoticeDeps } from './notice-channel-deps.ts';
import { addChannel, changeChannel, removeChannel } from './notice-channel-service.ts';
import { channelReply, viewChannels } from './notice-channel-views.ts';
import { testChannel } from './notice-test-service.ts';

export function noticeChannelRoutes(routes: Routes, deps: NoticeDeps): void {
  routes.for('notice-channel.see', listNoticeChannels, (_, viewer) => viewChannels(deps, viewer));

  routes.for('notice-channel.change', addNoticeChannel, async ({ body }, viewer) => ({
    channel: channelReply(
      await addChannel(deps, viewer, { ...body, organisationId: body.organisationId, personId: body.personId }),
    ),
  }));

  routes.for('notice-channel.change', testNoticeChannel, async ({ params }, viewer) => ({
    channel: channelReply(await testChannel(deps, viewer, params.id)),
  }));

  routes.for('notice-channel.change', changeNoticeChannel, async ({ params, body }, viewer) => {
    const asked = { ...body, address: body.address, key: body.key };
    return { channel: channelReply(await changeChannel(deps, viewer, { id: params.id, asked })) };
  });

  routes.for('notice-channel.change', removeNoticeChannel, async ({ params }, viewer) => ({
    removed: await removeChannel(deps, viewer, params.id),
  }));
}
