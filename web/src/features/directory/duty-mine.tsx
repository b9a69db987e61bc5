import { listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { dutyText } from './duty-text.ts';
import { LeavePanel } from './leave-panel.tsx';
import './duty.css';

type Mine = NonNullable<ReturnType<typeof useMine>['data']>;
const useMine = () => useAsk(listMyDuties, {});

/** What do I answer for today, and why? */
export function MyDuties() {
  const say = useText(dutyText);
  const asked = useMine();
  const mine = asked.data?.matters.filter(({ part }) => part !== 'away').length ?? 0;
  return (
    <Page
      title={say('mineTitle')}
      finding={asked.data && mine > 0 && say('mineFinding', { count: mine })}
      action={<ExportLink list={listMyDuties} query={{}} />}
    >
      <div className="zt-duty-sections">
        <Answered asked={asked} rows={6}>
          {(reply) => (
            <>
              {reply.leave && <AwayNotice leave={reply.leave} />}
              {reply.matters.length === 0 ? (
                <Empty sentence={say('mineNone')} />
              ) : (
                <MineTable matters={reply.matters} />
              )}
            </>
          )}
        </Answered>
        <LeavePanel />
      </div>
    </Page>
  );
}

function AwayNotice({ leave }: { leave: NonNullable<Mine['leave']> }) {
  const say = useText(dutyText);
  const language = useLanguage();
  const date = formatDate(leave.to, language);
  return (
    <p className="zt-notice">
      <MixedText>
        {leave.cover ? say('mineAway', { date, cover: leave.cover }) : say('mineAwayDeputy', { date })}
      </MixedText>
    </p>
  );
}

function MineTable({ matters }: { matters: Mine['matters'] }) {
  const say = useText(dutyText);
  const language = useLanguage();
  const whyOf = ({ part, until, owner, answering }: Mine['matters'][number]) =>
    say(`part.${part}`, {
      name: part === 'away' ? answering.name : owner.name,
      date: until === null ? '' : formatDate(until, language),
    });
  return (
    <DataTable
      label={say('mineTitle')}
      rows={matters}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'matter',
          head: say('matter'),
          cell: ({ id, number, title }) => <AppLink to={`/duties/${id}`}>{`${number} ${title}`}</AppLink>,
        },
        { key: 'why', head: say('why2'), cell: (row) => <MixedText>{whyOf(row)}</MixedText>, phone: 'wide' },
        { key: 'list', head: say('list'), cell: ({ list }) => say(`list.${list}`), oneLine: true },
        { key: 'class', head: say('class'), cell: (row) => say(`class.${row.class}`), oneLine: true },
        { key: 'deputy', head: say('deputy'), cell: ({ deputy }) => deputy?.name ?? '—' },
      ]}
    />
  );
}
