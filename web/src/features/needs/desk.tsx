import { getSupervision, type Supervision, supervisionBy } from '@zhitong/contract/needs/supervision-contract';
import type { ReactNode } from 'react';
import { useAddress } from '#platform/address';
import { formatTime } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { ExportLink } from '#ui/export-link';
import { Light } from '#ui/light';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { DeskAtOnce, DeskCalendar } from './desk-at-once.tsx';
import { DeskPairs } from './desk-pairs.tsx';
import { DeskTable } from './desk-table.tsx';
import { deskText } from './desk-text.ts';
import { DeskWaiting } from './desk-waiting.tsx';
import { KeptList } from './kept-list.tsx';
import { DeskOrders } from './orders.tsx';
import './cascade.css';
import './case.css';
import './desk.css';

/** Where is anything stuck, and who holds it? Every figure leads to its rows. `more`: what another slice has on the books. */
export function Desk({ more }: { more?: ReactNode }) {
  const say = useText(deskText);
  const address = useAddress();
  const by = supervisionBy.find((name) => name === address.get('by')) ?? 'body';
  const asked = useAsk(getSupervision, { query: { by } });
  return (
    <Page
      title={say('title')}
      finding={asked.data && <Finding desk={asked.data} />}
      action={
        <span className="zt-desk-head">
          <AppLink to="/ratings">{say('ratings')}</AppLink>
          <ExportLink list={getSupervision} query={{ by }} />
        </span>
      }
    >
      <DeskCalendar />
      <DeskAtOnce />
      <DeskWaiting />
      <DeskOrders />
      {more}
      <KeptList />
      <ChoiceRow
        label={say('by')}
        value={by}
        choices={supervisionBy.map((value) => ({ value, word: say(`by.${value}`) }))}
        onChoose={(next) => address.set({ by: next === 'body' ? undefined : next }, 'quietly')}
      />
      <Answered asked={asked} rows={10}>
        {(desk) => (
          <>
            {desk.because && <Empty sentence={say(`because.${desk.because}`)} />}
            {!desk.because && desk.rows.length === 0 && <Empty sentence={say('noRows')} />}
            {desk.rows.length > 0 && <DeskTable desk={desk} />}
            <DeskPairs pairs={desk.pairs} />
          </>
        )}
      </Answered>
    </Page>
  );
}

const colours = ['red', 'yellow', 'green'] as const;

function Finding({ desk: { total, today, asOf } }: { desk: Supervision }) {
  const say = useText(deskText);
  return (
    <span className="zt-desk-head">
      <AppLink to="/cases">{say('openCount', { count: total.open })}</AppLink>
      {colours.map((colour) => (
        <AppLink key={colour} to={`/cases?light=${colour}`}>
          <Light colour={colour} words={total[colour].toLocaleString('en-GB')} />
        </AppLink>
      ))}
      {total.unsigned > 0 && (
        <AppLink to="/cases?missed=sign">{say('unsignedCount', { count: total.unsigned })}</AppLink>
      )}
      {total.unheard > 0 && (
        <AppLink to="/cases?missed=first-answer">{say('unheardCount', { count: total.unheard })}</AppLink>
      )}
      <AppLink to={`/cases?came=${today.day}&state=any`}>{say('came', { count: today.came })}</AppLink>
      <AppLink to={`/cases?ended=${today.day}&state=solved`}>{say('solvedToday', { count: today.solved })}</AppLink>
      <span className="zt-meta">{say('asOf', { time: formatTime(asOf) })}</span>
    </span>
  );
}
