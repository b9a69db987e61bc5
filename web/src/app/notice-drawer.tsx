import { useQueryClient } from '@tanstack/react-query';
import { type InboxEntry, listInbox, markInboxRead } from '@zhitong/contract/matching/inbox-contract';
import { Button, Drawer, Tabs } from 'antd';
import { useGo } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant, formatInstantExactly } from '#platform/format-date';
import { usePhone } from '#platform/media';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { useReturnFocus } from '#ui/return-focus';
import { Answered, Empty } from '#ui/states';
import { byMatter } from './notice-group.ts';
import { noticeText } from './notice-text.ts';

/** What happened around my matters, newest first; one matter is one row. */
export function NoticeDrawer({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const say = useText(noticeText);
  const phone = usePhone();
  const client = useQueryClient();
  const inbox = useAsk(listInbox, { query: { limit: 200 } });
  const mark = useDo(markInboxRead);
  const markAll = (cursor: number) =>
    mark.mutate({ body: { cursor } }, { onSuccess: () => refresh(client, listInbox) });
  return (
    <Drawer
      open
      title={say('title')}
      onClose={onClose}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '85%' : 480}
    >
      <Answered asked={inbox}>
        {({ entries, cursor, unread }) => (
          <Tabs
            items={[
              {
                key: 'unread',
                label: say('unread', { count: unread }),
                children: (
                  <>
                    {unread > 0 && (
                      <Button onClick={() => markAll(cursor)} loading={mark.isPending}>
                        {say('markRead')}
                      </Button>
                    )}
                    <NoticeRows entries={entries.filter(({ read }) => !read)} onClose={onClose} />
                  </>
                ),
              },
              {
                key: 'read',
                label: say('read'),
                children: <NoticeRows entries={entries.filter(({ read }) => read)} onClose={onClose} />,
              },
            ]}
          />
        )}
      </Answered>
    </Drawer>
  );
}

function NoticeRows({ entries, onClose }: { entries: readonly InboxEntry[]; onClose: () => void }) {
  const say = useText(noticeText);
  const language = useLanguage();
  const minute = useMinute();
  const go = useGo();
  const matters = byMatter(entries);
  if (entries.length === 0) return <Empty sentence={say('empty')} />;
  return (
    <ul className="zt-notices">
      {matters.map(({ latest, count, alike }) => (
        <li key={latest.cursor}>
          <button
            type="button"
            onClick={() => {
              onClose();
              go(latest.link);
            }}
          >
            <span>
              <MixedText>{latest.text}</MixedText>
            </span>
            <span className="zt-meta">
              {alike ? formatInstantExactly(latest.at, minute, language) : formatInstant(latest.at, minute, language)}
              {count > 1 && ` · ${say('together', { count })}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
