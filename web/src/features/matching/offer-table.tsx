import { useQueryClient } from '@tanstack/react-query';
import { listOffers, type Offer, withdrawOffer } from '@zhitong/contract/matching/offer-contract';
import { propertyText } from '@zhitong/domain/matching/property-words';
import { App, Button } from 'antd';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatDate, formatDay } from '#platform/format-date';
import { formatPieces } from '#platform/format-list';
import { formatOfferLimit, formatQuantity } from '#platform/format-quantity';
import { refresh, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { offerText } from './offer-text.ts';

export function OfferTable({ offers }: { offers: readonly Offer[] }) {
  const say = useText(offerText);
  const language = useLanguage();
  const minute = useMinute();
  const unknown = <span className="zt-ink-3">{say('unknown')}</span>;
  const columns: readonly Column<Offer>[] = [
    { key: 'product', head: say('product'), cell: (offer) => <span lang="zh">{offer.productText}</span> },
    {
      key: 'capacity',
      head: say('capacity'),
      cell: ({ capacity }) =>
        capacity ? <span className="zt-nowrap">{formatQuantity(capacity, language)}</span> : unknown,
    },
    {
      key: 'figures',
      head: say('figures'),
      phone: 'wide',
      cell: ({ limits }) =>
        limits.length > 0
          ? formatPieces(
              limits.map((limit) => formatOfferLimit(limit, language)),
              language,
            )
          : unknown,
    },
    {
      key: 'certificates',
      head: say('certificates'),
      phone: 'wide',
      cell: ({ certificates }) => <Certificates held={certificates} />,
    },
    { key: 'missing', head: say('missing'), phone: 'wide', cell: (offer) => <Missing offer={offer} /> },
    {
      key: 'published',
      oneLine: true,
      head: say('published'),
      cell: ({ publishedAt }) => formatDay(publishedAt, minute, language),
    },
    {
      key: 'actions',
      oneLine: true,
      head: say('actions'),
      phone: 'wide',
      cell: (offer) => <OfferActions offer={offer} />,
    },
  ];
  return <DataTable label={say('title')} columns={columns} rows={offers} keyOf={({ id }) => id} />;
}

function Certificates({ held }: { held: Offer['certificates'] }) {
  const say = useText(offerText);
  const language = useLanguage();
  if (held.length === 0) return <span className="zt-ink-3">{say('unknown')}</span>;
  const words = held.map(({ name, validUntil }) =>
    validUntil ? say('validTo', { name, date: formatDate(validUntil, language) }) : name,
  );
  return <MixedText>{formatPieces(words, language)}</MixedText>;
}

/** Facts that buyers asked for: one tap opens the form at that fact. */
function Missing({ offer }: { offer: Offer }) {
  const say = useText(offerText);
  const language = useLanguage();
  const address = useAddress();
  if (offer.missing.length === 0) return <span className="zt-ink-3">{say('missingNone')}</span>;
  return (
    <span className="zt-missing">
      {offer.missing.map((name) => (
        <Button key={name} size="small" type="dashed" onClick={() => address.set({ edit: offer.id, fill: name })}>
          <MixedText>{say('fill', { name: propertyText(name, language) })}</MixedText>
        </Button>
      ))}
    </span>
  );
}

function OfferActions({ offer }: { offer: Offer }) {
  const say = useText(offerText);
  const sayShared = useText(sharedText);
  const address = useAddress();
  const client = useQueryClient();
  const { modal, message } = App.useApp();
  const withdrawing = useDo(withdrawOffer);
  const withdraw = () =>
    modal.confirm({
      title: say('withdraw'),
      content: say('withdrawAsk', { name: offer.productText }),
      okText: say('withdraw'),
      cancelText: sayShared('cancel'),
      onOk: () =>
        withdrawing.mutate(
          { params: { id: offer.id } },
          {
            onSuccess: () => {
              refresh(client, listOffers);
              void message.success(say('withdrawn'));
            },
          },
        ),
    });
  return (
    <span className="zt-row-actions">
      {withdrawing.error && <Trouble error={withdrawing.error} />}
      <Button onClick={() => address.set({ edit: offer.id })}>{say('edit')}</Button>
      <Button type="text" onClick={withdraw}>
        {say('withdraw')}
      </Button>
    </span>
  );
}
