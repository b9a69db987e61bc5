import type { Deal } from '@zhitong/contract/matching/deal-contract';
import { dealStepKinds } from '@zhitong/domain/matching/deal';
import { Fragment } from 'react';
import { useLanguage } from '#platform/display';
import { formatMoneyCell, formatMoneyExactly } from '#platform/format-money';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { DealSeals } from './deal-seals.tsx';
import { dealText } from './deal-text.ts';

interface DealTableProps {
  readonly deals: readonly Deal[];
  readonly foot: string | undefined;
  /** the filter, kept when a deal is opened */
  readonly search: string;
}

export function DealTable({ deals, foot, search }: DealTableProps) {
  const say = useText(dealText);
  const columns: readonly Column<Deal>[] = [
    {
      key: 'product',
      head: say('product'),
      cell: (deal) => <AppLink to={`/deals/${deal.id}${search}`}>{deal.product}</AppLink>,
    },
    { key: 'buyer', head: say('buyer'), cell: ({ buyer }) => <span lang="zh">{buyer.name}</span>, phone: 'wide' },
    { key: 'seller', head: say('seller'), cell: ({ seller }) => <span lang="zh">{seller.name}</span>, phone: 'wide' },
    { key: 'steps', head: say('steps'), cell: (deal) => <StepTrail deal={deal} /> },
    { key: 'amount', head: say('amount'), align: 'right', cell: (deal) => <DealAmount deal={deal} /> },
    { key: 'seals', head: say('seals'), phone: 'wide', cell: ({ steps }) => <LastSeals steps={steps} /> },
  ];
  return <DataTable label={say('title')} columns={columns} rows={deals} keyOf={({ id }) => id} foot={foot} />;
}

/** Ink counts; a signed order and what only one side says stand beside it, grey and named. They are never added up. */
export function DealAmount({ deal }: { deal: Pick<Deal, 'countedFen' | 'orderedFen' | 'oneSidedFen'> }) {
  const say = useText(dealText);
  const language = useLanguage();
  return (
    <>
      <span title={formatMoneyExactly(deal.countedFen, language)}>{formatMoneyCell(deal.countedFen, language)}</span>
      {deal.orderedFen > 0 && (
        <span className="zt-signed-order" title={formatMoneyExactly(deal.orderedFen, language)}>
          {`${say('ordered')} ${formatMoneyCell(deal.orderedFen, language)}`}
        </span>
      )}
      {deal.oneSidedFen > 0 && (
        <span className="zt-one-sided" title={formatMoneyExactly(deal.oneSidedFen, language)}>
          {` ${say('oneSided')} ${formatMoneyCell(deal.oneSidedFen, language)}`}
        </span>
      )}
    </>
  );
}

function StepTrail({ deal }: { deal: Deal }) {
  const say = useText(dealText);
  if (deal.steps.length === 0) return <span className="zt-ink-3">{say('agreed')}</span>;
  const kinds = dealStepKinds.filter((kind) => deal.steps.some((step) => step.kind === kind));
  return kinds.map((kind, place) => (
    <Fragment key={kind}>
      {place > 0 && ' '}
      <span className="zt-nowrap">{`${place > 0 ? '→ ' : ''}${say(`kind.${kind}`)}`}</span>
    </Fragment>
  ));
}

function LastSeals({ steps }: { steps: Deal['steps'] }) {
  const last = steps.at(-1);
  return last ? <DealSeals step={last} /> : '—';
}
