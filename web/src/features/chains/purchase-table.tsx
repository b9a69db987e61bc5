import { useQueryClient } from '@tanstack/react-query';
import { listPurchases, type PurchaseRow, withdrawPurchase } from '@zhitong/contract/chains/purchase-contract';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { App, Button } from 'antd';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatDay } from '#platform/format-date';
import { formatMoneyExactly } from '#platform/format-money';
import { formatAmount } from '#platform/format-number';
import { useMay } from '#platform/may';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { purchaseText } from './purchase-text.ts';

const fenInWan = 1_000_000;
const wan = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What is registered, the greatest first; the bureau also reads whose it is. */
export function PurchaseTable({ purchases }: { purchases: readonly PurchaseRow[] }) {
  const say = useText(purchaseText);
  const language = useLanguage();
  const office = useMay()('purchase.verify');
  const unknown = <span className="zt-ink-3">{say('unknown')}</span>;
  const firm: Column<PurchaseRow> = {
    ...{ key: 'firm', head: say('firm') },
    cell: ({ organisation: { id, name } }) => (
      <AppLink to={`/organisations/${id}`}>
        <span lang="zh">{name}</span>
      </AppLink>
    ),
  };
  const columns: readonly Column<PurchaseRow>[] = [
    { key: 'product', head: say('product'), cell: (purchase) => <Bought purchase={purchase} /> },
    ...(office ? [firm] : []),
    {
      ...{ key: 'amount', head: say('amount'), align: 'right', oneLine: true },
      cell: ({ fenAYear, level }) => (
        <span className={inkOf(level)} title={formatMoneyExactly(fenAYear, language)}>
          {wan.format(fenAYear / fenInWan)}
        </span>
      ),
    },
    {
      ...{ key: 'quantity', head: say('quantity'), oneLine: true },
      cell: ({ quantity, unit }) =>
        quantity === null ? unknown : `${formatAmount(quantity, language)} ${unitText(unit, language)}`,
    },
    { key: 'origin', head: say('origin'), cell: ({ origin }) => origin?.name ?? unknown },
    { key: 'asOf', head: say('asOf'), oneLine: true, cell: (purchase) => <AsOf purchase={purchase} /> },
    { key: 'level', head: say('level'), cell: (purchase) => <Level purchase={purchase} /> },
    { key: 'actions', head: say('actions'), phone: 'wide', cell: (purchase) => <Actions purchase={purchase} /> },
  ];
  return <DataTable label={say('title')} columns={columns} rows={purchases} keyOf={({ id }) => id} />;
}

/** What was verified stands in ink, what is only said in grey. */
const inkOf = (level: PurchaseRow['level']) => (level === 'declared' ? 'zt-ink-3' : undefined);

function Bought({ purchase: { product, note } }: { purchase: PurchaseRow }) {
  return (
    <>
      <AppLink to={`/products/${encodeURIComponent(product.id)}`}>
        <MixedText>{product.name}</MixedText>
      </AppLink>
      {note && (
        <span className="zt-meta zt-purchase-note" lang="zh">
          {note}
        </span>
      )}
    </>
  );
}

/** What is too old to count is grey, and says what to do. */
function AsOf({ purchase: { asOf, old } }: { purchase: PurchaseRow }) {
  const say = useText(purchaseText);
  const date = formatDate(asOf, useLanguage());
  if (!old) return date;
  return (
    <span className="zt-ink-3">
      {date}
      <span className="zt-meta zt-purchase-note">{say('old')}</span>
    </span>
  );
}

function Level({ purchase }: { purchase: PurchaseRow }) {
  const say = useText(purchaseText);
  const language = useLanguage();
  const minute = useMinute();
  const { level, evidence, verifiedBy, verifiedAt } = purchase;
  return (
    <>
      <span className={inkOf(level)}>{say(level)}</span>
      {evidence && (
        <span className="zt-meta zt-purchase-note">
          <MixedText>
            {say('seenBy', {
              ...{ evidence, by: verifiedBy ?? say('unknown') },
              date: verifiedAt ? formatDay(verifiedAt, minute, language) : say('unknown'),
            })}
          </MixedText>
        </span>
      )}
    </>
  );
}

function Actions({ purchase }: { purchase: PurchaseRow }) {
  const say = useText(purchaseText);
  const sayShared = useText(sharedText);
  const address = useAddress();
  const may = useMay();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const withdrawing = useDo(withdrawPurchase);
  const { id, edition, level, product } = purchase;
  const again = () => refresh(client, listPurchases);
  const send = () =>
    withdrawing.mutate(
      { params: { id }, body: { seen: edition } },
      {
        onError: again,
        onSuccess: () => {
          again();
          void message.success(say('withdrawn'));
        },
      },
    );
  const withdraw = () =>
    modal.confirm({
      ...{
        title: say('withdraw'),
        content: <MixedText>{say('withdrawAsk', { product: product.name })}</MixedText>,
        onOk: send,
      },
      ...{ okText: say('withdraw'), cancelText: sayShared('cancel') },
    });
  return (
    <span className="zt-row-actions">
      {withdrawing.error && <Trouble error={withdrawing.error} />}
      {may('purchase.verify') && level === 'declared' && (
        <Button onClick={() => address.set({ verify: id })}>{say('verify')}</Button>
      )}
      {may('purchase.change') && (
        <>
          <Button onClick={() => address.set({ edit: id })}>{say('edit')}</Button>
          <Button type="text" onClick={withdraw}>
            {say('withdraw')}
          </Button>
        </>
      )}
    </span>
  );
}
