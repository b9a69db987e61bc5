import { type CaseTermsRow, listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstant } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { CalendarWarning } from './calendar-warning.tsx';
import { CaseTermsForm } from './case-terms-form.tsx';
import { type TermsLine, useTermsLines } from './case-terms-lines.ts';
import { caseTermsText } from './case-terms-text.ts';
import './knowledge.css';

type Shown = z.output<typeof listCaseTerms.reply>;

/** What do the clocks of the city go by, from when, and why? */
export function CaseTermsScreen() {
  const say = useText(caseTermsText);
  const may = useMay();
  const asked = useAsk(listCaseTerms, {}, { worded: false });
  const [editing, setEditing] = useState(false);
  const change = (
    <Button type="primary" onClick={() => setEditing(true)}>
      {say('change')}
    </Button>
  );
  return (
    <Page title={say('title')} finding={say('finding')} action={may('case-terms.change') && !editing && change}>
      <Answered asked={asked} rows={10}>
        {(shown) => (
          <div className="zt-terms">
            <CalendarWarning calendar={shown.calendar} always />
            {editing && <CaseTermsForm shown={shown} onClose={() => setEditing(false)} />}
            <Terms shown={shown} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

function Terms({ shown: { rows, current, today } }: { shown: Shown }) {
  const say = useText(caseTermsText);
  const language = useLanguage();
  const planned = rows.filter(({ from }) => from > today);
  return (
    <>
      {planned.map((row) => (
        <section key={row.from}>
          <h2>{say('planned', { from: formatDate(row.from, language) })}</h2>
          <Why row={row} />
          <Changed row={row} before={before(rows, row)} />
        </section>
      ))}
      <section>
        <h2>{say('current', { from: formatDate(current.from, language) })}</h2>
        <Why row={current} />
        <Lines row={current} />
      </section>
      <Past rows={rows} current={current} />
    </>
  );
}

const before = (rows: readonly CaseTermsRow[], { from }: CaseTermsRow) => rows.find((row) => row.from < from);

function Why({ row }: { row: CaseTermsRow }) {
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

function Lines({ row }: { row: CaseTermsRow }) {
  const say = useText(caseTermsText);
  const lines = useTermsLines();
  const columns: readonly Column<TermsLine>[] = [
    { key: 'item', head: say('item'), cell: ({ name }) => name },
    { key: 'value', head: say('value'), cell: ({ value }) => value, phone: 'wide' },
  ];
  return <DataTable label={say('title')} columns={columns} rows={lines(row.terms)} keyOf={({ key }) => key} />;
}

/** Only what differs from what holds before it. */
function Changed({ row, before: earlier }: { row: CaseTermsRow; before: CaseTermsRow | undefined }) {
  const say = useText(caseTermsText);
  const lines = useTermsLines();
  const was = new Map((earlier ? lines(earlier.terms) : []).map(({ key, value }) => [key, value]));
  const changed = lines(row.terms).filter(({ key, value }) => was.get(key) !== value);
  const columns: readonly Column<TermsLine>[] = [
    { key: 'item', head: say('item'), cell: ({ name }) => name },
    { key: 'before', head: say('value'), cell: ({ key }) => was.get(key) ?? '—' },
    { key: 'next', head: say('next'), cell: ({ value }) => value },
  ];
  return <DataTable label={say('next')} columns={columns} rows={changed} keyOf={({ key }) => key} />;
}

function Past({ rows, current }: { rows: readonly CaseTermsRow[]; current: CaseTermsRow }) {
  const say = useText(caseTermsText);
  const language = useLanguage();
  const past = rows.filter(({ from }) => from < current.from);
  if (past.length === 0) return null;
  return (
    <details>
      <summary>{say('past')}</summary>
      {[current, ...past].slice(0, -1).map((row) => (
        <section key={row.from}>
          <h3>{say('planned', { from: formatDate(row.from, language) })}</h3>
          <Why row={row} />
          <Changed row={row} before={before(rows, row)} />
        </section>
      ))}
    </details>
  );
}
