import type { GapTaskRow } from '@zhitong/contract/chains/gap-task-contract';
import { gapTaskKindWords, gapTaskStatusWords, gapTaskStepWords } from '@zhitong/domain/chains/gap-task-words';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Light } from '#ui/light';
import { GapTaskActs } from './gap-task-act.tsx';
import { gapTaskText } from './gap-task-text.ts';

/** One row a task with its light; on the page of its gap the gap goes without saying. */
export function GapTaskTable({ tasks, ofOneGap }: { tasks: readonly GapTaskRow[]; ofOneGap?: true }) {
  const say = useText(gapTaskText);
  const language = useLanguage();
  const minute = useMinute();
  const columns: readonly Column<GapTaskRow>[] = [
    {
      ...{ key: 'task', head: say('task') },
      cell: (task) => <What task={task} ofOneGap={ofOneGap} />,
    },
    {
      ...{ key: 'status', head: say('status'), oneLine: true },
      cell: ({ light, status }) => (
        <>
          <Light colour={light} />
          <div className="zt-meta">{gapTaskStatusWords[status][language]}</div>
        </>
      ),
    },
    { key: 'body', head: say('body'), cell: ({ body }) => body.name },
    { key: 'giver', head: say('giver'), cell: ({ giver }) => giver.name },
    {
      ...{ key: 'due', head: say('due2'), oneLine: true },
      cell: ({ due }) => (due ? formatInstantExactly(due, minute, language) : say('none')),
    },
    { key: 'act', head: say('act'), phone: 'wide', cell: (task) => <GapTaskActs task={task} /> },
  ];
  return <DataTable label={say('listTitle')} columns={columns} rows={tasks} keyOf={({ id }) => id} />;
}

function What({ task, ofOneGap }: { task: GapTaskRow; ofOneGap: true | undefined }) {
  const language = useLanguage();
  const { kind, product, chain, text } = task;
  return (
    <span className="zt-gap-named">
      {ofOneGap ? (
        <span>{gapTaskKindWords[kind][language]}</span>
      ) : (
        <AppLink to={`/chains/${chain.id}/gaps/${product.id}`}>{product.name}</AppLink>
      )}
      {!ofOneGap && <span className="zt-meta">{`${gapTaskKindWords[kind][language]} · ${chain.name}`}</span>}
      <span className="zt-gap-task-words">{text}</span>
      <Steps task={task} />
    </span>
  );
}

function Steps({ task: { steps } }: { task: GapTaskRow }) {
  const say = useText(gapTaskText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <details>
      <summary>{say('steps', { count: steps.length })}</summary>
      <ol className="zt-gap-reasons">
        {steps.map(({ kind, at, by, body, text }) => (
          <li key={at + kind}>
            {`${formatInstantExactly(at, minute, language)} ${body} ${by} ${gapTaskStepWords[kind][language]}`}
            {text && `：${text}`}
          </li>
        ))}
      </ol>
    </details>
  );
}
