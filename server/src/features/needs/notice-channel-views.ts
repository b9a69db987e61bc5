import type { NoticeChannel } from '@zhitong/contract/needs/notice-channel-contract';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { NoticeDeps } from './notice-channel-deps.ts';
import { type ListedChannel, listChannels } from './notice-channel-store.ts';

const most = 500;

export function viewChannels({ database, notices }: NoticeDeps, viewer: Viewer) {
  const { city, role, organisationId } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    const own = role === 'operator' ? {} : { organisationId };
    const channels = await listChannels(tx, { city, limit: most, ...own });
    return { channels: channels.map(channelReply), mail: notices.mail };
  });
}

export function channelReply(channel: ListedChannel): NoticeChannel {
  const { id, kind, name, language, keyed, digestMinutes, enabled, waiting, last } = channel;
  return {
    ...{ id, kind, name, language, keyed, digestMinutes, enabled, waiting },
    organisation: { id: channel.organisationId, name: channel.organisationName },
    person: channel.personName ?? null,
    address: channel.addressShown,
    quiet: channel.quiet ?? null,
    last: last && {
      outcome: last.outcome,
      fault: last.fault ?? null,
      at: last.at.toISOString(),
      nextAt: last.nextAt?.toISOString() ?? null,
    },
  };
}
