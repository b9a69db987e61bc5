import type { CaseTermsRow } from '@zhitong/contract/needs/case-terms-list-contract';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstant } from '#platform/format-date';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { caseTermsText } from './case-terms-text.ts';

export interface TermsLine {
  readonly key: string;
  readonly name: string;
  readonly value: string;
}

/** One row of the terms of a city, whichever they are. */
export type TermsRow<Terms> = Omit<CaseTermsRow, 'terms'> & { readonly terms: Terms };

export interface TermsShown<Terms> {
  readonly today: string;
  readonly rows: readonly TermsRow<Terms>[];
  readonly current: TermsRow<Terms>;
}

/** One of the books of terms on the screen. */
export interface TermsPartProps {
  readonly editing: boolean;
  readonly onClose: () => void;
}

interface TermsViewProps<Terms> {
  readonly label: string;
  readonly shown: TermsShown<Terms>;
  /** the terms as lines anybody can read, always in the same order */
  readonly lines: (terms: Terms) => readonly TermsLine[];
}

/** What is planned, what is in force, and what was: each with its day, its reason and what differs. */
export function TermsView<Terms>({ label, shown, lines }: TermsViewProps<Terms>) {
  const say = useText(caseTermsText);
  const language = useLanguage();
  const { rows, current, today } = shown;
  const planned = rows.filter(({ from }) => from > today);
  const past = rows.filter(({ from }) => from < current.from);
  const differs = (row: TermsRow<Terms>) => differing(row, { rows, lines });
  return (
    <>
      {planned.map((row) => (
        <section key={row.from}>
          <h2>{say('planned', { from: formatDate(row.from, language) })}</h2>
          <Why row={row} />
          <Changed lines={differs(row)} />
        </section>
      ))}
      <section>
        <h2>{say('current', { from: formatDate(current.from, language) })}</h2>
        <Why row={current} />
        <Lines label={label} lines={lines(current.terms)} />
      </section>
      {past.length > 0 && (
        <details>
          <summary>{say('past')}</summary>
          {[current, ...past].slice(0, -1).map((row) => (
            <section key={row.from}>
              <h3>{say('planned', { from: formatDate(row.from, language) })}</h3>
              <Why row={row} />
              <Changed lines={differs(row)} />
            </section>
          ))}
        </details>
      )}
    </>
  );
}

interface ChangedLine extends TermsLine {
  readonly was: string;
}

/** Only what differs from what holds before it; a line that stands on one side alone, too. */
function differing<Terms>(
  row: TermsRow<Terms>,
  { rows, lines }: { rows: readonly TermsRow<Terms>[]; lines: TermsViewProps<Terms>['lines'] },
): readonly ChangedLine[] {
  const earlier = rows.find(({ from }) => from < row.from);
  const old = earlier ? lines(earlier.terms) : [];
  const fresh = lines(row.terms);
  const was = new Map(old.map(({ key, value }) => [key, value]));
  const changed = fresh.filter(({ key, value }) => was.get(key) !== value);
  const gone = old.filter(({ key }) => !fresh.some((line) => line.key === key));
  return [
    ...changed.map((line) => ({ ...line, was: was.get(line.key) ?? '—' })),
    ...gone.map((line) => ({ ...line, was: line.value, value: '—' })),
  ];
}

function Why({ row }: { row: TermsRow<unknown> }) {
  const say = useText(caseTermsText);
  const language = useLanguage();
  const minute = useMinute();
  return (
    <p className="zt-meta">
      <MixedText>
        {`${row.reason ?? say('began')} · ${say('by', { by: row.by, at: formatInstant(row.at, minute, language) })}`}
      </MixedText>
    </p>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly TermsLine[] }) {
  const say = useText(caseTermsText);
  const columns: readonly Column<TermsLine>[] = [
    { key: 'item', head: say('item'), cell: ({ name }) => name },
    { key: 'value', head: say('value'), cell: ({ value }) => value, phone: 'wide' },
  ];
  return <DataTable label={label} columns={columns} rows={lines} keyOf={({ key }) => key} />;
}

function Changed({ lines }: { lines: readonly ChangedLine[] }) {
  const say = useText(caseTermsText);
  const columns: readonly Column<ChangedLine>[] = [
    { key: 'item', head: say('item'), cell: ({ name }) => name },
    { key: 'before', head: say('value'), cell: ({ was }) => was },
    { key: 'next', head: say('next'), cell: ({ value }) => value },
  ];
  return <DataTable label={say('next')} columns={columns} rows={lines} keyOf={({ key }) => key} />;
}
