import { listSuspicions, type Suspicion } from '@zhitong/contract/needs/rating-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Answered, Empty } from '#ui/states';
import { ratingsText } from './ratings-text.ts';

/** What the detector marked in the last thirty days, each with the cases behind it. */
export function RatingSuspicions() {
  const say = useText(ratingsText);
  const asked = useAsk(listSuspicions, {});
  const now = useMinute();
  const language = useLanguage();
  const columns: readonly Column<Suspicion>[] = [
    { key: 'what', head: say('what'), cell: ({ words }) => words },
    { key: 'body', head: say('body'), cell: ({ body }) => body.name },
    { key: 'who', head: say('who'), oneLine: true, cell: ({ person }) => person ?? say('unknownWho') },
    { key: 'times', head: say('times'), align: 'right', cell: ({ count }) => count },
    {
      ...{ key: 'when', head: say('when') },
      cell: ({ from, to }) => [...new Set([from, to].map((at) => formatInstantExactly(at, now, language)))].join(' – '),
    },
    { key: 'cases', head: say('cases'), phone: 'wide', cell: (row) => <Behind suspicion={row} /> },
  ];
  return (
    <Answered asked={asked} rows={6}>
      {({ suspicions }) =>
        suspicions.length === 0 ? (
          <Empty sentence={say('noSuspicions')} />
        ) : (
          <>
            <p className="zt-meta">{say('suspicionLead')}</p>
            <DataTable
              label={say('view.suspicions')}
              columns={columns}
              rows={suspicions}
              keyOf={({ kind, body, person, from }) => `${kind} ${body.id} ${person ?? ''} ${from}`}
            />
          </>
        )
      }
    </Answered>
  );
}

const atOnce = 3;

function Behind({ suspicion: { cases } }: { suspicion: Suspicion }) {
  const say = useText(ratingsText);
  if (cases.length === 0) return <span className="zt-meta">{say('ownHidden')}</span>;
  const [first, rest] = [cases.slice(0, atOnce), cases.slice(atOnce)];
  return (
    <div className="zt-rating-cases">
      <CaseLinks cases={first} />
      {rest.length > 0 && (
        <details>
          <summary>{say('moreCases', { count: rest.length })}</summary>
          <CaseLinks cases={rest} />
        </details>
      )}
    </div>
  );
}

function CaseLinks({ cases }: { cases: Suspicion['cases'] }) {
  return (
    <ul>
      {cases.map(({ id, title }) => (
        <li key={id}>
          <AppLink to={`/cases/${id}`}>{title}</AppLink>
        </li>
      ))}
    </ul>
  );
}
