import type { ReactNode } from 'react';
import { usePhone } from '#platform/media';
import { MixedText } from './mixed-text.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'right';
  /** dates and figures stay on one line */
  readonly oneLine?: true;
  /** the head turns the order of the rows; `now` is how they stand when they stand by it */
  readonly sort?: { readonly now: 'ascending' | 'descending' | undefined; readonly onSort: () => void };
  /** on a phone the first column is the title of the card; a wide one takes a line of its own without its head */
  readonly phone?: 'wide' | 'hidden';
}

interface DataTableProps<Row> {
  /** read by screen readers as the name of the table */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly foot?: ReactNode;
}

/** Rows as a table that scrolls inside itself with its first column fixed; on a phone as cards. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  return usePhone() ? <Cards {...props} /> : <Table {...props} />;
}

function Table<Row>({ label, columns, rows, keyOf, foot }: DataTableProps<Row>) {
  return (
    <div className="zt-card zt-table-frame">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset around a table would be read as a form */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div className="zt-table-scroll" role="group" aria-label={label} tabIndex={0}>
        <table className="zt-table">
          <caption className="zt-only-read">{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column.key} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column, place) =>
                  place === 0 ? (
                    <th key={column.key} scope="row">
                      <MixedText>{column.cell(row)}</MixedText>
                    </th>
                  ) : (
                    <td key={column.key} className={classOf(column)}>
                      <MixedText>{column.cell(row)}</MixedText>
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {foot && <div className="zt-table-foot">{foot}</div>}
    </div>
  );
}

function Head<Row>({ column: { head, align, sort } }: { column: Column<Row> }) {
  return (
    <th scope="col" className={align && 'zt-right'} aria-sort={sort?.now}>
      {sort ? (
        <button type="button" className="zt-sort" onClick={sort.onSort}>
          {head}
          <span aria-hidden="true">{sort.now ? arrows[sort.now] : '↕'}</span>
        </button>
      ) : (
        head
      )}
    </th>
  );
}

const arrows = { ascending: '↑', descending: '↓' } as const;

function classOf<Row>({ align, oneLine }: Column<Row>): string | undefined {
  const classes = [align && 'zt-right zt-figures', oneLine && 'zt-nowrap'].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}

function Cards<Row>({ label, columns, rows, keyOf, foot }: DataTableProps<Row>) {
  const [title, ...facts] = columns.filter(({ phone }) => phone !== 'hidden');
  return (
    <div>
      <ul className="zt-cards" aria-label={label}>
        {rows.map((row) => (
          <li key={keyOf(row)} className="zt-card">
            <div className="zt-card-title">
              <MixedText>{title?.cell(row)}</MixedText>
            </div>
            <dl>
              {facts.map((fact) => (
                <div key={fact.key} className={fact.phone === 'wide' ? 'zt-wide' : undefined}>
                  <dt>{fact.head}</dt>
                  <dd>
                    <MixedText>{fact.cell(row)}</MixedText>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {foot && <div className="zt-table-foot">{foot}</div>}
    </div>
  );
}
