import type { NoticeChannel } from '@zhitong/contract/needs/notice-channel-contract';
import { inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { contextOf, type Viewer } from '#platform/viewer';
import type { NoticeDeps } from './notice-channel-deps.ts';
import { type ListedChannel, listedOf, selectChannels } from './notice-channel-rows.ts';

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

/** Row-level security leaves to a manager the own ones, to the bureau those of the city. */
async function listChannels(
  tx: Tx,
  { city, organisationId, limit }: { city: string; organisationId?: string | undefined; limit: number },
): Promise<readonly ListedChannel[]> {
  let query = selectChannels(tx, city);
  if (organisationId !== undefined) query = query.where('organisation_id', '=', organisationId);
  const rows = await query.orderBy('organisation_name').orderBy('created_at').orderBy('id').limit(limit).execute();
  return rows.map(listedOf);
}
