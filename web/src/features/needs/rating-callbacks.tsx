import { type Callback, type Callbacks, listCallbacks } from '@zhitong/contract/needs/rating-contract';
import { callbackWords } from '@zhitong/domain/needs/callback';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstantExactly } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Answered, Empty } from '#ui/states';
import { CallbackForm } from './rating-callback-form.tsx';
import { CallbackRecheck } from './rating-callback-recheck.tsx';
import { ratingsText } from './ratings-text.ts';

/** Whom we call back about the cases closed on a day, and what was said. */
export function RatingCallbacks() {
  const say = useText(ratingsText);
  const address = useAddress();
  const date = address.get('date');
  const asked = useAsk(listCallbacks, { query: date ? { date } : {} });
  const shown = date ?? asked.data?.date ?? '';
  return (
    <>
      <div className="zt-rating-day">
        <Field label={say('date')}>
          {(field) => (
            <DateField
              {...field}
              value={shown}
              onChange={(next) => address.set({ date: next || undefined }, 'quietly')}
            />
          )}
        </Field>
      </div>
      <Answered asked={asked} rows={6}>
        {(sample) => <Sample sample={sample} />}
      </Answered>
    </>
  );
}

function Sample({ sample }: { sample: Callbacks }) {
  const say = useText(ratingsText);
  const language = useLanguage();
  const [calling, setCalling] = useState<Callback>();
  const columns = useColumns(sample.final, setCalling);
  const { callbacks, closed } = sample;
  const date = formatDate(sample.date, language);
  if (closed === 0) return <Empty sentence={say('noCallbacks', { date })} />;
  const called = callbacks.filter(({ note }) => note !== null).length;
  return (
    <>
      <p>{say('callbackLead', { date, closed, drawn: callbacks.length, called })}</p>
      <p className="zt-meta">
        {say('seedIs')} <code>{sample.seed}</code>
      </p>
      {!sample.final && <p className="zt-meta">{say('notFinal')}</p>}
      <DataTable label={say('view.callbacks')} columns={columns} rows={callbacks} keyOf={(row) => row.case.id} />
      <CallbackRecheck sample={sample} />
      {calling && <CallbackForm callback={calling} date={sample.date} onClose={() => setCalling(undefined)} />}
    </>
  );
}

function useColumns(final: boolean, onCall: (callback: Callback) => void): readonly Column<Callback>[] {
  const say = useText(ratingsText);
  const mayCall = useMay()('rating.call-back') && final;
  const columns: readonly Column<Callback>[] = [
    {
      ...{ key: 'title', head: say('title_') },
      cell: (row) => <AppLink to={`/cases/${row.case.id}`}>{row.title}</AppLink>,
    },
    {
      ...{ key: 'firm', head: say('firm') },
      cell: ({ asker }) => <AppLink to={`/organisations/${asker.id}`}>{asker.name}</AppLink>,
    },
    { key: 'lead', head: say('lead_'), cell: ({ lead }) => lead.name },
    { key: 'state', head: say('state'), oneLine: true, cell: ({ status }) => say(`state.${status}`) },
    { key: 'said', head: say('said'), phone: 'wide', cell: ({ note }) => <Said note={note} /> },
  ];
  if (!mayCall) return columns;
  return [
    ...columns,
    {
      ...{ key: 'call', head: '', phone: 'wide' },
      cell: (row) => <Button onClick={() => onCall(row)}>{row.note ? say('again') : say('note')}</Button>,
    },
  ];
}

function Said({ note }: { note: Callback['note'] }) {
  const say = useText(ratingsText);
  const language = useLanguage();
  const now = useMinute();
  if (!note) return <span className="zt-meta">{say('notCalled')}</span>;
  const time = formatInstantExactly(note.at, now, language);
  return (
    <div>
      <div>{callbackWords[note.outcome][language]}</div>
      {note.said && <div>{note.said}</div>}
      <div className="zt-meta">{say('by', { name: note.by, time })}</div>
    </div>
  );
}
