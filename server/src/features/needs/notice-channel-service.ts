import { cityDay } from '@zhitong/domain/needs/city-day';
import { decideNoticeAddress } from '@zhitong/domain/needs/notice-address';
import { mostNoticeChannels, type NoticeChannelKind, type QuietHours } from '@zhitong/domain/needs/notice-channel';
import type { NoticeChannelRefusalCode } from '@zhitong/domain/needs/notice-channel-refusals';
import { Refusal, type RefusalDetails } from '@zhitong/domain/refusal';
import { colleagues, lockStandingBody } from '#features/directory/public';
import { recordAudit } from '#platform/audit-log';
import { asSystem, inContext } from '#platform/context';
import type { Tx } from '#platform/database';
import { headPosition } from '#platform/event-log';
import { contextOf, type Viewer } from '#platform/viewer';
import type { NoticeDeps } from './notice-channel-deps.ts';
import type { ListedChannel, StoredChannel } from './notice-channel-rows.ts';
import { openChannelKey, robotOf, sealChannelKey } from './notice-channel-sealing.ts';
import { countChannels, findChannel, insertChannel, markRemoved, updateChannel } from './notice-channel-store.ts';
import { dropWaiting } from './notice-outbox-store.ts';

interface Settings {
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly quiet: QuietHours | null;
  readonly digestMinutes: number;
}

export interface AskedChannel extends Settings {
  readonly kind: NoticeChannelKind;
  readonly organisationId: string | undefined;
  /** only what this person of it holds; undefined: everything */
  readonly personId: string | undefined;
  readonly address: string;
  readonly key: string;
}

/** A manager for its own organisation, the bureau for every one of the city. */
export function addChannel(deps: NoticeDeps, viewer: Viewer, asked: AskedChannel): Promise<ListedChannel> {
  const { database, effects } = deps;
  const { city, personId, personName } = viewer;
  const organisationId = asked.organisationId ?? viewer.organisationId;
  if (viewer.role !== 'operator' && organisationId !== viewer.organisationId) throw refuse('notices.own-organisation');
  const way = wayOf(deps, asked);
  const context = contextOf(viewer);
  const now = effects.now();
  return inContext(database, context, async (tx) => {
    const organisation = await lockStandingBody(tx, city, organisationId);
    if (!organisation) throw refuse('notices.nobody-there');
    if ((await countChannels(tx, city, organisationId)) >= mostNoticeChannels)
      throw refuse('notices.too-many', { most: mostNoticeChannels });
    const whose = await personOf(tx, { city, organisationId, personId: asked.personId, day: cityDay(now) });
    const channel = {
      ...{ city, id: effects.newId(), organisationId, organisationName: organisation.name, ...way },
      ...settingsOf(asked),
      ...{ personId: whose?.id, personName: whose?.name },
      ...{ kind: asked.kind, enabled: true },
    };
    // what happened before is no news
    const position = await asSystem(tx, context, () => headPosition(tx, city));
    await insertChannel(tx, { ...channel, position, madeBy: { id: personId, name: personName }, at: now });
    await recordAudit(tx, effects, {
      ...{ action: 'notice-channel.added', subject: { kind: 'notice-channel', id: channel.id } },
      after: toldOf(channel),
    });
    return getChannel(tx, { city, id: channel.id });
  });
}

/** A group of the whole body, or one person’s own way. */
async function personOf(
  tx: Tx,
  of: { city: string; organisationId: string; personId: string | undefined; day: string },
): Promise<{ id: string; name: string } | undefined> {
  const { personId } = of;
  if (personId === undefined) return undefined;
  const person = await colleagues.find(tx, { ...of, personId });
  if (!person) throw refuse('notices.no-colleague');
  return person;
}

export interface ChangedChannel extends Settings {
  readonly enabled: boolean;
  readonly address: string | undefined;
  readonly key: string | undefined;
}

export function changeChannel(
  deps: NoticeDeps,
  viewer: Viewer,
  { id, asked }: { id: string; asked: ChangedChannel },
): Promise<ListedChannel> {
  const { database, effects, secret } = deps;
  const { city } = viewer;
  const context = contextOf(viewer);
  return inContext(database, context, async (tx) => {
    const before = await getChannel(tx, { city, id, lock: 'for update' });
    const known = openChannelKey(before.sealed, secret);
    const untouched = asked.address === undefined && asked.key === undefined;
    const way = untouched
      ? {}
      : wayOf(deps, {
          kind: before.kind,
          address: asked.address ?? known?.address ?? '',
          // a key belongs to its address: it goes nowhere else unless it is typed again
          key: asked.key ?? (asked.address === undefined ? (known?.key ?? '') : ''),
        });
    const after = { ...before, ...settingsOf(asked), ...way, enabled: asked.enabled };
    await updateChannel(tx, after);
    if (!after.enabled) await asSystem(tx, context, () => dropWaiting(tx, { city, channelId: id }));
    await recordAudit(tx, effects, {
      ...{ action: 'notice-channel.changed', subject: { kind: 'notice-channel', id } },
      before: toldOf(before),
      after: { ...toldOf(after), rekeyed: !untouched },
    });
    return getChannel(tx, { city, id });
  });
}

export function removeChannel({ database, effects }: NoticeDeps, viewer: Viewer, id: string): Promise<string> {
  const { city } = viewer;
  const context = contextOf(viewer);
  return inContext(database, context, async (tx) => {
    const channel = await getChannel(tx, { city, id, lock: 'for update' });
    await markRemoved(tx, { city, id, at: effects.now() });
    await asSystem(tx, context, () => dropWaiting(tx, { city, channelId: id }));
    await recordAudit(tx, effects, {
      ...{ action: 'notice-channel.removed', subject: { kind: 'notice-channel', id } },
      before: toldOf(channel),
    });
    return id;
  });
}

/** Of another organisation there is none: row-level security has no such row for a manager. */
export async function getChannel(
  tx: Tx,
  of: { readonly city: string; readonly id: string; readonly lock?: 'for update' },
): Promise<ListedChannel> {
  const channel = await findChannel(tx, of);
  if (!channel) throw new Refusal('platform.not-found');
  return channel;
}

const leastKey = 16;

/** The address and the key as they are kept: sealed, with what may be shown beside it. */
function wayOf(
  { notices, secret }: NoticeDeps,
  { kind, address, key }: { kind: NoticeChannelKind; address: string; key: string },
) {
  const decided = decideNoticeAddress(kind, address, notices);
  if (kind === 'webhook' && key.length < leastKey) throw refuse('notices.no-key', { least: leastKey });
  // only these two sign
  const kept = kind === 'webhook' || kind === 'dingtalk' ? key : '';
  return {
    addressShown: decided.shown,
    sealed: sealChannelKey({ address: decided.address, key: kept }, secret),
    keyed: kept !== '',
    robot: robotOf(decided.address, secret),
  };
}

const settingsOf = ({ name, language, quiet, digestMinutes }: Settings) => ({
  ...{ name, language, digestMinutes, quiet: quiet ?? undefined },
});

/** What the trail says of a channel: neither its key nor the part of its address that opens it. */
export function toldOf(channel: StoredChannel) {
  const { organisationName: organisation, kind, name, addressShown: address, enabled, digestMinutes } = channel;
  const { quiet, personName: person = null } = channel;
  return {
    organisation,
    kind,
    name,
    address,
    enabled,
    digestMinutes,
    person,
    quiet: quiet ? `${quiet.from}-${quiet.to}` : null,
  };
}

function refuse(code: NoticeChannelRefusalCode, details: RefusalDetails = {}): Refusal {
  return new Refusal(code, details);
}
