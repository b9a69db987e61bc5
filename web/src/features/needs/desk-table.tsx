import type { Supervision, SupervisionRow } from '@zhitong/contract/needs/supervision-contract';
import { spokenWork } from '@zhitong/domain/needs/working-words';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { deskText } from './desk-text.ts';

const filters = { body: 'body', list: 'list', district: 'region', chain: 'chain' } as const;

/** One row a body, list or district; each figure is the address of its rows. */
export function DeskTable({ desk }: { desk: Supervision }) {
  const say = useText(deskText);
  const { by } = desk;
  const own = ({ key }: SupervisionRow) => `${filters[by]}=${key}`;
  const columns: readonly Column<SupervisionRow>[] = [
    { key: 'name', head: say(`by.${by}`), cell: (row) => <Figure row={row} figure={row.name} to={own(row)} /> },
    ...figureColumns(say, own),
    { key: 'mean', head: say('mean'), align: 'right', cell: (row) => <Mean row={row} dayMinutes={desk.dayMinutes} /> },
    by === 'body' ? outAndIn(say) : moved(say, own),
    ...(by === 'body' ? [index(say)] : []),
    {
      ...{ key: 'solved', head: say('solved'), align: 'right' as const },
      cell: (row) =>
        row.ended === 0 ? (
          say('noneEnded')
        ) : (
          <Figure
            row={row}
            figure={say('solvedOf', { solved: row.solved, ended: row.ended })}
            to={`${own(row)}&state=closed`}
          />
        ),
    },
  ];
  return <DataTable label={say('tableOf')} columns={columns} rows={desk.rows} keyOf={({ key }) => key} />;
}

type Say = ReturnType<typeof useText<(typeof deskText)['zh']>>;
type Own = (row: SupervisionRow) => string;

function figureColumns(say: Say, own: Own): readonly Column<SupervisionRow>[] {
  return [
    {
      ...{ key: 'open', head: say('open'), align: 'right' },
      cell: (row) => <Figure row={row} figure={row.open} to={own(row)} />,
    },
    {
      ...{ key: 'red', head: say('red'), align: 'right' },
      cell: (row) => <Figure row={row} figure={row.red} to={`${own(row)}&light=red`} />,
    },
    {
      ...{ key: 'yellow', head: say('yellow'), align: 'right' },
      cell: (row) => <Figure row={row} figure={row.yellow} to={`${own(row)}&light=yellow`} />,
    },
    {
      ...{ key: 'unsigned', head: say('unsigned'), align: 'right' },
      cell: (row) => <Figure row={row} figure={row.unsigned} to={`${own(row)}&missed=sign`} />,
    },
    {
      ...{ key: 'unheard', head: say('unheard'), align: 'right' },
      cell: (row) => <Figure row={row} figure={row.unheard} to={`${own(row)}&missed=first-answer`} />,
    },
  ];
}

function outAndIn(say: Say): Column<SupervisionRow> {
  return {
    ...{ key: 'handBacks', head: say('handBacks'), align: 'right' },
    cell: (row) => (
      <span>
        <Figure row={row} figure={row.handBacksOut} to={`from=${row.key}&state=any`} /> /{' '}
        <Figure row={row} figure={row.handBacksIn} to={`to=${row.key}&state=any`} />
      </span>
    ),
  };
}

function moved(say: Say, own: Own): Column<SupervisionRow> {
  return {
    ...{ key: 'handBacks', head: say('handBacksOnly'), align: 'right' },
    cell: (row) => <Figure row={row} figure={row.handBacksOut} to={`${own(row)}&handedBack=true&state=any`} />,
  };
}

function index(say: Say): Column<SupervisionRow> {
  return {
    ...{ key: 'pingPong', head: say('pingPong'), align: 'right' },
    cell: ({ handBacksOut, held }) => (
      <span title={say('pingPongHint')}>
        {held === null || held === 0 ? say('noneEnded') : say('solvedOf', { solved: handBacksOut, ended: held })}
      </span>
    ),
  };
}

/** A figure of zero has no rows to lead to, and a place that is not known has no filter. */
function Figure({ row, figure, to }: { row: SupervisionRow; figure: number | string; to: string }) {
  const word = typeof figure === 'number' ? figure.toLocaleString('en-GB') : figure;
  if (figure === 0 || row.key === '') return word;
  return <AppLink to={`/cases?${to}`}>{word}</AppLink>;
}

function Mean({ row: { meanMinutes }, dayMinutes }: { row: SupervisionRow; dayMinutes: number }) {
  const language = useLanguage();
  const say = useText(deskText);
  return meanMinutes === null ? say('notYet') : spokenWork(meanMinutes, dayMinutes, language);
}
