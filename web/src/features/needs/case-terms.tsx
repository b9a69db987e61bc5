import { listCaseTerms } from '@zhitong/contract/needs/case-terms-list-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { CalendarWarning } from './calendar-warning.tsx';
import { CaseTermsForm } from './case-terms-form.tsx';
import { useTermsLines } from './case-terms-lines.ts';
import { caseTermsText } from './case-terms-text.ts';
import { OrderTermsPart } from './order-terms.tsx';
import { SourcingTermsPart } from './sourcing-terms.tsx';
import { type TermsPartProps, TermsView } from './terms-view.tsx';
import './knowledge.css';

const books = ['cases', 'orders', 'sourcing'] as const;

/** What do the clocks of the city go by, from when, and why? */
export function CaseTermsScreen() {
  const say = useText(caseTermsText);
  const may = useMay();
  const address = useAddress();
  const book = books.find((one) => one === address.get('book')) ?? 'cases';
  const [editing, setEditing] = useState<(typeof books)[number]>();
  const close = () => setEditing(undefined);
  const change = (
    <Button type="primary" onClick={() => setEditing(book)}>
      {say('change')}
    </Button>
  );
  const Part = parts[book];
  return (
    <Page
      title={say('title')}
      finding={say(`finding.${book}`)}
      action={may('case-terms.change') && editing !== book && change}
    >
      <ChoiceRow
        label={say('books')}
        value={book}
        choices={books.map((value) => ({ value, word: say(`book.${value}`) }))}
        onChoose={(next) => {
          close();
          address.set({ book: next === 'cases' ? undefined : next }, 'quietly');
        }}
      />
      <Part editing={editing === book} onClose={close} />
    </Page>
  );
}

const parts = { cases: CaseTermsPart, orders: OrderTermsPart, sourcing: SourcingTermsPart } as const;

function CaseTermsPart({ editing, onClose }: TermsPartProps) {
  const say = useText(caseTermsText);
  const lines = useTermsLines();
  const asked = useAsk(listCaseTerms, {}, { worded: false });
  return (
    <Answered asked={asked} rows={10}>
      {(shown) => (
        <div className="zt-terms">
          <CalendarWarning calendar={shown.calendar} always />
          {editing && <CaseTermsForm shown={shown} onClose={onClose} />}
          <TermsView label={say('title')} shown={shown} lines={lines} />
        </div>
      )}
    </Answered>
  );
}
