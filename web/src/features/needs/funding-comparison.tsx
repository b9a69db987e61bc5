import { useQueryClient } from '@tanstack/react-query';
import { askMoreBanks, compareOffers, type OfferComparison } from '@zhitong/contract/needs/funding-contract';
import type { AskedBank } from '@zhitong/contract/needs/funding-values';
import type { Language } from '@zhitong/domain/language';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { fundingGuaranteeWords } from '@zhitong/domain/needs/funding-codes';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatInstant } from '#platform/format-date';
import { formatMoneyExactly } from '#platform/format-money';
import { refresh, useAsk, useDo } from '#platform/query';
import { type Say, useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { Answered, Empty, Trouble } from '#ui/states';
import { BankPicker } from './bank-picker.tsx';
import { AcceptOffer } from './funding-accept.tsx';
import { AskStanding, LapseNext } from './funding-lapse.tsx';
import { ReceiptControl } from './funding-receipt-control.tsx';
import { fundingText } from './funding-text.ts';

/** Every bank that was asked, in one table by yearly cost: whom to take, whom to let look, whom to ask besides. */
export function FundingComparison({ needId }: { needId: string }) {
  const asked = useAsk(compareOffers, { params: { id: needId } });
  return (
    <Answered asked={asked} rows={5}>
      {(comparison) => <Comparison needId={needId} comparison={comparison} />}
    </Answered>
  );
}

function Comparison({ needId, comparison }: { needId: string; comparison: OfferComparison }) {
  const say = useText(fundingText);
  const { asks } = comparison;
  const columns = useColumns(needId, comparison.mayAsk);
  return (
    <div className="zt-funding-form">
      {asks.length === 0 ? (
        <Empty sentence={say('noneAsked')} />
      ) : (
        <>
          <p className="zt-meta">{say('compareHint')}</p>
          <DataTable
            label={say('tabFunding')}
            columns={columns}
            rows={asks}
            keyOf={({ bank, askedAt }) => `${bank.id} ${askedAt}`}
          />
        </>
      )}
      {comparison.mayAsk && <AskMore key={asks.length} needId={needId} comparison={comparison} />}
    </div>
  );
}

function useColumns(needId: string, mayAsk: boolean): readonly Column<AskedBank>[] {
  const say = useText(fundingText);
  const language = useLanguage();
  return [
    { key: 'bank', head: say('bank'), cell: ({ bank }) => <span lang="zh">{bank.name}</span> },
    {
      key: 'cost',
      head: say('yearlyCost'),
      cell: ({ offer }) => (offer ? formatMoneyExactly(offer.yearlyCostFen, language) : '—'),
      align: 'right',
      oneLine: true,
    },
    { key: 'terms', head: say('offerTitle'), cell: (ask) => <Terms ask={ask} mayAsk={mayAsk} />, phone: 'wide' },
    { key: 'state', head: say('filter'), cell: (ask) => <AskStanding ask={ask} /> },
    {
      key: 'acts',
      head: say('acts'),
      cell: (ask) => (
        <div className="zt-compare-acts">
          <AcceptOffer needId={needId} ask={ask} />
          <ReceiptControl needId={needId} ask={ask} />
        </div>
      ),
      phone: 'wide',
    },
  ];
}

/** The offer in one line, or why there is none. */
function Terms({ ask, mayAsk }: { ask: AskedBank; mayAsk: boolean }) {
  const { offer, decline, due, state, lapse } = ask;
  const say = useText(fundingText);
  const language = useLanguage();
  const minute = useMinute();
  if (decline)
    return (
      <span className="zt-backed">
        <span>{decline.reason}</span>
        <span className="zt-ink-2">{say('change', { change: decline.change })}</span>
      </span>
    );
  const next = lapse && <LapseNext lapse={lapse} due={due} mayAsk={mayAsk} />;
  if (!offer && next) return next;
  if (!offer) return state === 'open' ? say('waitsFor', { time: formatInstant(due, minute, language) }) : '—';
  return (
    <span className="zt-backed zt-figures">
      <span>{termsLine(offer, say, language)}</span>
      <span>
        {`${say('guarantee')} ${fundingGuaranteeWords[offer.guarantee][language]} · ${say('validUntil')} ${formatDate(offer.validUntil, language)}`}
      </span>
      {offer.note && <span className="zt-ink-2">{offer.note}</span>}
      {next}
    </span>
  );
}

function termsLine(
  offer: NonNullable<AskedBank['offer']>,
  say: Say<typeof fundingText.zh>,
  language: Language,
): string {
  return [
    moneyText(offer.amountFen, language),
    say('rateValue', { rate: offer.rateBp / 100 }),
    say('termValue', { months: offer.termMonths }),
    ...(offer.feesFen > 0 ? [say('feesLine', { money: formatMoneyExactly(offer.feesFen, language) })] : []),
  ].join(' · ');
}

function AskMore({ needId, comparison: { asks, left } }: { needId: string; comparison: OfferComparison }) {
  const say = useText(fundingText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState(asks.length === 0);
  const [banks, setBanks] = useState<readonly string[]>([]);
  const asking = useDo(askMoreBanks);
  const ask = () =>
    asking.mutate(
      { params: { id: needId }, body: { banks: [...banks] } },
      {
        onSuccess: () => {
          void message.success(say('asked'));
          refresh(client, compareOffers);
        },
      },
    );
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{say('askMore')}</Button>
      </div>
    );
  return (
    <section className="zt-card zt-padded zt-funding-form">
      {asking.error && <Trouble error={asking.error} />}
      <BankPicker value={banks} onChange={setBanks} without={asks.map(({ bank }) => bank.id)} left={left} />
      <div>
        <Button type="primary" disabled={banks.length === 0} loading={asking.isPending} onClick={ask}>
          {say('askSure', { count: banks.length })}
        </Button>
      </div>
    </section>
  );
}
