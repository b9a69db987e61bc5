import { useQueryClient } from '@tanstack/react-query';
import {
  endOtherSessions,
  endOwnSession,
  listOwnSessions,
  type OpenSession,
} from '@zhitong/contract/directory/session-contract';
import { App, Button } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { Answered } from '#ui/states';
import { deviceName } from './session-device.ts';
import { sessionText } from './session-text.ts';
import { SignInTrouble } from './sign-in-trouble.tsx';

/** Where am I signed in, and how do I end it? */
export function SessionList() {
  const say = useText(sessionText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const asked = useAsk(listOwnSessions, {});
  const endOthers = useDo(endOtherSessions);
  const told = () => {
    refresh(client, listOwnSessions);
    void message.success(say('ended'));
  };
  return (
    <section className="zt-section" aria-labelledby="own-sessions">
      <h2 id="own-sessions">{say('sessions')}</h2>
      <SignInTrouble error={endOthers.error} />
      <Answered asked={asked} rows={3}>
        {({ sessions }) => (
          <>
            <SessionTable sessions={sessions} onEnded={told} />
            {sessions.length > 1 ? (
              <Button loading={endOthers.isPending} onClick={() => endOthers.mutate({}, { onSuccess: told })}>
                {say('endOthers')}
              </Button>
            ) : (
              <p className="zt-meta">{say('onlyHere')}</p>
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function SessionTable({ sessions, onEnded }: { sessions: readonly OpenSession[]; onEnded: () => void }) {
  const say = useText(sessionText);
  const language = useLanguage();
  const minute = useMinute();
  const end = useDo(endOwnSession);
  const nameOf = ({ device }: OpenSession) => deviceName(device, language) ?? say('unknownDevice');
  return (
    <>
      <SignInTrouble error={end.error} />
      <DataTable
        label={say('sessions')}
        rows={sessions}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'device',
            head: say('device'),
            cell: (row) => (row.own ? say('ownNamed', { device: nameOf(row) }) : nameOf(row)),
          },
          { key: 'address', head: say('address'), cell: ({ address }) => address || '—', oneLine: true },
          {
            key: 'since',
            head: say('since'),
            cell: ({ signedInAt }) => formatInstant(signedInAt, minute, language),
            oneLine: true,
          },
          {
            key: 'used',
            head: say('lastUsed'),
            cell: ({ lastUsedAt }) => formatInstant(lastUsedAt, minute, language),
            oneLine: true,
          },
          {
            key: 'end',
            head: say('end'),
            phone: 'wide',
            cell: (row) =>
              row.own ? (
                '—'
              ) : (
                <Button
                  size="small"
                  aria-label={say('endNamed', { device: nameOf(row) })}
                  onClick={() => end.mutate({ params: { id: row.id } }, { onSuccess: onEnded })}
                >
                  {say('end')}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
