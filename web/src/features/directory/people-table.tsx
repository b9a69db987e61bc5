import type { HeldPostRow } from '@zhitong/contract/directory/person-contract';
import { Button } from 'antd';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { peopleText } from './people-text.ts';

export type PostAction = HeldPostRow['allowed'][number];

interface PeopleTableProps {
  readonly posts: readonly HeldPostRow[];
  readonly onDo: (action: PostAction, row: HeldPostRow) => void;
}

const actionWords = { end: 'end', role: 'change', leave: 'leave' } as const satisfies Record<PostAction, string>;

export function PeopleTable({ posts, onDo }: PeopleTableProps) {
  const say = useText(peopleText);
  const sayRole = useText(roleText);
  const language = useLanguage();
  const termOf = ({ from, to }: HeldPostRow) =>
    to === null
      ? say('since', { from: formatDate(from, language) })
      : say('span', { from: formatDate(from, language), to: formatDate(to, language) });
  const mattersOf = ({ owns, deputises }: HeldPostRow) =>
    [owns > 0 && say('owns', { count: owns }), deputises > 0 && say('deputises', { count: deputises })]
      .filter(Boolean)
      .join(' · ') || say('none');
  const acting = posts.some(({ allowed }) => allowed.length > 0);
  return (
    <DataTable
      label={say('title')}
      rows={posts}
      keyOf={({ postId }) => postId}
      columns={[
        { key: 'name', head: say('name'), cell: (row) => <PersonCell row={row} /> },
        { key: 'role', head: say('role'), cell: ({ role }) => sayRole(role) },
        {
          key: 'term',
          head: say('term'),
          cell: (row) => `${termOf(row)}${row.state === 'planned' ? ` · ${say('planned')}` : ''}`,
          phone: 'wide',
        },
        { key: 'matters', head: say('matters'), cell: mattersOf },
        ...(acting
          ? [
              {
                key: 'actions',
                head: say('actions'),
                phone: 'wide' as const,
                cell: (row: HeldPostRow) => (
                  <span className="zt-row-actions zt-row-actions-line">
                    {row.allowed.map((action) => (
                      <Button key={action} size="small" onClick={() => onDo(action, row)}>
                        {say(actionWords[action])}
                      </Button>
                    ))}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Name, how to tell namesakes, other posts, and the leave that comes next. */
function PersonCell({ row: { person, leaves } }: { row: HeldPostRow }) {
  const say = useText(peopleText);
  const language = useLanguage();
  const [leave] = leaves;
  const more = [
    person.phone,
    person.posts > 1 && say('twoPosts', { count: person.posts }),
    leave &&
      say('leaveNow', {
        ...{ from: formatDate(leave.from, language), to: formatDate(leave.to, language) },
        cover: leave.cover ? say('coveredBy', { cover: leave.cover }) : say('byDeputies'),
      }),
  ].filter(Boolean);
  return (
    <>
      <MixedText>{person.name}</MixedText>
      {more.length > 0 && (
        <span className="zt-meta zt-duty-because">
          <MixedText>{more.join(' · ')}</MixedText>
        </span>
      )}
    </>
  );
}
