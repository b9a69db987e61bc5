import { useQueryClient } from '@tanstack/react-query';
import {
  listNoticeChannels,
  type NoticeChannel,
  removeNoticeChannel,
  testNoticeChannel,
} from '@zhitong/contract/needs/notice-channel-contract';
import { noticeChannelWords } from '@zhitong/domain/needs/notice-channel';
import { noticeOutcomeText } from '@zhitong/domain/needs/notice-fault-words';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly, formatTime, isoToday } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty, Trouble } from '#ui/states';
import { clockOf } from './notice-channel-draft.ts';
import { NoticeChannelForm, type Organisation, type PickOrganisation } from './notice-channel-form.tsx';
import { noticeChannelText } from './notice-channel-text.ts';

interface Props {
  readonly own: Organisation;
  /** given to the bureau: whose news a channel carries */
  readonly pick?: PickOrganisation;
}

/** By which ways does our news leave the platform, and does it arrive? */
export function NoticeChannels({ own, pick }: Props) {
  const say = useText(noticeChannelText);
  const client = useQueryClient();
  const asked = useAsk(listNoticeChannels, {});
  const [edited, setEdited] = useState<NoticeChannel | 'new'>();
  const [leaving, setLeaving] = useState<NoticeChannel>();
  const testing = useDo(testNoticeChannel);
  const onSettled = () => refresh(client, listNoticeChannels);
  const adding = (
    <Button type="primary" onClick={() => setEdited('new')}>
      {say('add')}
    </Button>
  );
  return (
    <Page title={say('title')} finding={say('lead')} action={adding}>
      {testing.error && <Trouble error={testing.error} />}
      <Answered asked={asked}>
        {({ channels, mail }) => (
          <>
            {channels.length === 0 ? (
              <Empty sentence={say('empty')} />
            ) : (
              <ChannelTable
                rows={channels}
                bureau={pick !== undefined}
                testing={testing.isPending ? testing.variables?.params?.id : undefined}
                onTest={(id) => testing.mutate({ params: { id } }, { onSettled })}
                onChange={setEdited}
                onRemove={setLeaving}
              />
            )}
            {edited && (
              <NoticeChannelForm
                {...(edited !== 'new' && { present: edited })}
                {...(pick && { pick })}
                own={own}
                mail={mail}
                onClose={() => setEdited(undefined)}
              />
            )}
            {leaving && <RemoveDialog channel={leaving} onClose={() => setLeaving(undefined)} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

interface TableProps {
  readonly rows: readonly NoticeChannel[];
  readonly bureau: boolean;
  readonly testing: string | undefined;
  readonly onTest: (id: string) => void;
  readonly onChange: (channel: NoticeChannel) => void;
  readonly onRemove: (channel: NoticeChannel) => void;
}

function ChannelTable({ rows, bureau, testing, onTest, onChange, onRemove }: TableProps) {
  const say = useText(noticeChannelText);
  const language = useLanguage();
  const columns: readonly Column<NoticeChannel>[] = [
    { key: 'name', head: say('name'), cell: ({ name }) => name },
    ...(bureau
      ? [
          {
            key: 'organisation',
            head: say('organisation'),
            cell: ({ organisation }: NoticeChannel) => organisation.name,
          },
        ]
      : []),
    { key: 'kind', head: say('kind'), cell: ({ kind }) => noticeChannelWords[kind][language] },
    { key: 'last', head: say('last'), cell: (channel) => <LastOutcome channel={channel} /> },
    {
      ...{ key: 'waiting', head: say('waiting'), oneLine: true },
      cell: ({ waiting }) => say('waitingCount', { count: waiting }),
    },
    { key: 'when', head: say('when'), cell: (channel) => <When channel={channel} /> },
    {
      ...{ key: 'actions', head: say('actions'), phone: 'wide' },
      cell: (channel) => (
        <>
          <Button size="small" loading={testing === channel.id} onClick={() => onTest(channel.id)}>
            {say('test')}
          </Button>
          <Button type="link" onClick={() => onChange(channel)}>
            {say('change')}
          </Button>
          <Button type="link" onClick={() => onRemove(channel)}>
            {say('remove')}
          </Button>
        </>
      ),
    },
  ];
  return <DataTable label={say('title')} rows={rows} keyOf={({ id }) => id} columns={columns} />;
}

function LastOutcome({ channel: { last, enabled } }: { channel: NoticeChannel }) {
  const say = useText(noticeChannelText);
  const language = useLanguage();
  const minute = useMinute();
  if (!enabled) return say('off');
  if (!last) return say('never');
  const { outcome: kind, fault, at, nextAt } = last;
  // of today the time is enough
  const spokenTime = (iso: string) =>
    isoToday(new Date(iso)) === isoToday(minute) ? formatTime(iso) : formatInstantExactly(iso, minute, language);
  const spoken = { at: spokenTime(at), next: spokenTime(nextAt ?? at) };
  return <span role="status">{noticeOutcomeText({ kind, fault, ...spoken }, language)}</span>;
}

function When({ channel: { digestMinutes, quiet, person } }: { channel: NoticeChannel }) {
  const say = useText(noticeChannelText);
  const words = [
    digestMinutes === 0 ? say('atOnce') : say('every', { minutes: digestMinutes }),
    quiet && say('quietWords', { from: clockOf(quiet.from), to: clockOf(quiet.to) }),
    person && say('person', { name: person }),
  ];
  return words.filter(Boolean).join(' · ');
}

function RemoveDialog({ channel, onClose }: { channel: NoticeChannel; onClose: () => void }) {
  const say = useText(noticeChannelText);
  const client = useQueryClient();
  const removing = useDo(removeNoticeChannel);
  const onSuccess = () => {
    refresh(client, listNoticeChannels);
    onClose();
  };
  return (
    <Modal
      open
      title={say('removeTitle', { name: channel.name })}
      okText={say('removeNow')}
      cancelText={say('cancel')}
      okButtonProps={{ danger: true, loading: removing.isPending }}
      onOk={() => removing.mutate({ params: { id: channel.id } }, { onSuccess })}
      onCancel={onClose}
    >
      {removing.error && <Trouble error={removing.error} />}
      <p>{say('removeHint', { waiting: channel.waiting })}</p>
    </Modal>
  );
}
