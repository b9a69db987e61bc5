import { getAsk } from '@zhitong/contract/needs/funding-contract';
import type { BankAsk } from '@zhitong/contract/needs/funding-values';
import { Button } from 'antd';
import { useState } from 'react';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { AskClock, Backing } from './funding-backing.tsx';
import { DeclineForm } from './funding-decline-form.tsx';
import { OfferFacts } from './funding-offer-facts.tsx';
import { OfferForm } from './funding-offer-form.tsx';
import { PaymentRecordCard } from './funding-record.tsx';
import { fundingText } from './funding-text.ts';
import { LoanFacts } from './loan-facts.tsx';
import { RequestFileList } from './request-files.tsx';

/** Is this need backed by real orders, and what do we offer? */
export function FundingAskScreen({ id }: { id: string }) {
  const asked = useAsk(getAsk, { params: { id } });
  return (
    <Answered asked={asked} rows={8}>
      {({ ask }) => <AskPage ask={ask} />}
    </Answered>
  );
}

function AskPage({ ask }: { ask: BankAsk }) {
  const say = useText(fundingText);
  return (
    <Page title={ask.title} finding={say('secrecy')} action={<AppLink to="/funding">{say('back')}</AppLink>}>
      <div className="zt-funding">
        <div className="zt-funding-side">
          <section className="zt-card zt-padded">
            <h2>{say('said')}</h2>
            <p>
              <AppLink to={`/organisations/${ask.asker.id}`}>{ask.asker.name}</AppLink>
            </p>
            <p className="zt-funding-words" lang="zh">
              {ask.text}
            </p>
            <LoanFacts wish={ask.wish} />
            <RequestFileList files={ask.files} />
            <AskClock ask={ask} />
          </section>
          <section className="zt-card zt-padded">
            <h2>{say('facts')}</h2>
            <Backing deals={ask.deals} whole />
            <p className="zt-meta">{say('factsRule')}</p>
          </section>
          <PaymentRecordCard ask={ask} />
        </div>
        <div className="zt-funding-side">
          <AnswerCard key={`${ask.state} ${ask.offer?.id ?? ''}`} ask={ask} />
        </div>
      </div>
    </Page>
  );
}

/** What was answered, and the form for what may be answered now. */
function AnswerCard({ ask }: { ask: BankAsk }) {
  const say = useText(fundingText);
  const [open, setOpen] = useState<'offer' | 'decline' | undefined>(ask.state === 'open' ? 'offer' : undefined);
  const mayOffer = ask.allowed.includes('offer');
  return (
    <section className="zt-card zt-padded zt-funding-form">
      <h2>{say(open === 'decline' ? 'decline' : 'offerTitle')}</h2>
      <Outcome ask={ask} />
      {ask.offer && <OfferFacts offer={ask.offer} />}
      {ask.decline && (
        <p>
          {ask.decline.reason}
          <br />
          <span className="zt-ink-2">{say('change', { change: ask.decline.change })}</span>
        </p>
      )}
      {open === 'offer' && mayOffer && <OfferForm ask={ask} />}
      {open === 'decline' && <DeclineForm ask={ask} />}
      {open !== 'offer' && mayOffer && (
        <Button onClick={() => setOpen('offer')}>{say(ask.offer ? 'offerChange' : 'offerTitle')}</Button>
      )}
      {open !== 'decline' && ask.allowed.includes('decline') && (
        <Button onClick={() => setOpen('decline')}>{say('decline')}</Button>
      )}
    </section>
  );
}

function Outcome({ ask: { state, lost } }: { ask: BankAsk }) {
  const say = useText(fundingText);
  if (state === 'won') return <p role="status">{say('wonNote')}</p>;
  if (lost === null) return null;
  return <p role="status">{say(state === 'lost' ? 'lostNote' : 'endedNote', { reason: lost.reason })}</p>;
}
