import type { AuditCheck } from '@zhitong/contract/directory/audit-contract';
import { getSystemStatus } from '@zhitong/contract/directory/system-contract';
import { now } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Refused } from '#ui/states';
import { systemText } from './system-text.ts';

const hour = 3_600_000;
/** the chain is proved every night; an hour or two later it should have been */
const checkedWithin = 26;

/** Does it run, and does anything lag behind? */
export function SystemScreen() {
  const say = useText(systemText);
  const language = useLanguage();
  const asked = useAsk(getSystemStatus, {});
  const { data } = asked;
  const since = data && formatInstant(data.startedAt, now(), language);
  return (
    <Page
      title={say('title')}
      finding={data && say('finding', { version: data.version, since: since ?? '', streams: data.streams })}
    >
      <Answered asked={asked} rows={8}>
        {({ database, diskFreeBytes, migrations, log, trail, followers, lastCheck }) => (
          <>
            <CheckNote check={lastCheck} />
            <DataTable
              label={say('title')}
              keyOf={({ what }) => what}
              rows={[
                {
                  what: say('database'),
                  value: say(database.kind, { version: database.version, size: Math.round(database.bytes / 2 ** 20) }),
                },
                { what: say('disk'), value: say('diskFree', { size: Math.round(diskFreeBytes / 2 ** 30) }) },
                { what: say('migrations'), value: say('migrated', migrations) },
                { what: say('log'), value: say('sealed', log) },
                { what: say('trail'), value: say('sealed', trail) },
                { what: say('check'), value: lastCheck?.sentence ?? say('never') },
                ...followers.map((follower) => ({
                  what: say('follower', {
                    name: isKnown(follower.name) ? say(`follower.${follower.name}`) : follower.name,
                  }),
                  value: say(follower.behind === 0 ? 'caughtUp' : 'behind', follower),
                })),
              ]}
              columns={[
                { key: 'what', head: say('what'), cell: (row) => row.what },
                { key: 'value', head: say('value'), cell: (row) => row.value },
              ]}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

const known = ['matching', 'delivery', 'deals', 'policies', 'notices', 'chains'] as const;
const isKnown = (name: string): name is (typeof known)[number] => known.some((one) => one === name);

/** What needs a person stands above the rows: a chain that is broken, or one nobody has proved for more than a day. */
function CheckNote({ check }: { check: AuditCheck | null }) {
  const say = useText(systemText);
  if (check?.broken) return <Refused sentence={check.sentence} />;
  const hours = check && Math.floor((now().getTime() - new Date(check.at).getTime()) / hour);
  if (hours !== null && hours <= checkedWithin) return null;
  return (
    <p className="zt-notice" role="status">
      {hours === null ? say('neverChecked') : say('checkOld', { hours })}
    </p>
  );
}
