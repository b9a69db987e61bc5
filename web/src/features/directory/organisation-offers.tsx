import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { formatPieces } from '#platform/format-list';
import { formatOfferLimit, formatQuantity } from '#platform/format-quantity';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { directoryText } from './directory-text.ts';

type Offer = Organisation['offers'][number];

/** What the organisation states it can make, each with where that comes from. */
export function OrganisationOffers({ organisation }: { organisation: Organisation }) {
  const say = useText(directoryText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const unknown = <span className="zt-ink-3">{sayShared('unknown')}</span>;
  if (organisation.kind !== 'enterprise' && organisation.offers.length === 0) return null;
  const sources = {
    declared: say('sourceDeclared'),
    demo: say('sourceDemo'),
    imported: say('sourceImported'),
  } as const;
  const product = (offer: Offer) =>
    offer.product ? (
      <AppLink to={`/products/${offer.product.id}`}>{offer.productText}</AppLink>
    ) : (
      <span lang="zh">{offer.productText}</span>
    );
  return (
    <section aria-labelledby="offers" className="zt-section">
      <h2 id="offers">{say('offers')}</h2>
      {organisation.offers.length === 0 && <p className="zt-ink-3">{say('noOffers')}</p>}
      {organisation.offers.length > 0 && (
        <DataTable
          label={say('offers')}
          rows={organisation.offers}
          keyOf={({ id }) => id}
          columns={[
            { key: 'product', head: say('product'), cell: product },
            {
              key: 'capacity',
              head: say('capacity'),
              cell: ({ capacity }) => (capacity ? formatQuantity(capacity, language) : unknown),
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
              cell: ({ certificates }) => certificateWords(certificates),
            },
            { key: 'source', head: say('source'), cell: ({ source }) => sources[source] },
          ]}
        />
      )}
    </section>
  );

  function certificateWords(held: Offer['certificates']) {
    if (held.length === 0) return unknown;
    return formatPieces(
      held.map(({ name, validUntil }) =>
        validUntil ? `${name} ${say('validUntil', { date: formatDate(validUntil, language) })}` : name,
      ),
      language,
    );
  }
}
