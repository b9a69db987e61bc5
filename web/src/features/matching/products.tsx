import { listProducts } from '@zhitong/contract/matching/product-contract';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { SearchField } from '#ui/search-field';
import { Answered, Empty } from '#ui/states';
import { productText } from './product-text.ts';

export function Products() {
  const say = useText(productText);
  const language = useLanguage();
  const address = useAddress();
  const q = address.get('q') ?? '';
  const asked = useAsk(listProducts, { query: { q, limit: 100 } });
  return (
    <Page
      title={say('listTitle')}
      finding={say('listFinding')}
      action={<ExportLink list={listProducts} query={{ q }} />}
    >
      <div className="zt-filters">
        <SearchField label={say('search')} value={q} onSearch={(words) => address.set({ q: words }, 'quietly')} />
      </div>
      <Answered asked={asked} rows={10}>
        {({ products }) =>
          products.length === 0 ? (
            <Empty sentence={q ? say('nothing') : say('startTyping')} />
          ) : (
            <DataTable
              label={say('listTitle')}
              rows={products}
              keyOf={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  head: say('name'),
                  cell: ({ id, name }) => <AppLink to={`/products/${id}`}>{name}</AppLink>,
                },
                { key: 'nameEn', head: say('nameEn'), cell: ({ nameEn }) => <span lang="en">{nameEn ?? '—'}</span> },
                { key: 'unit', head: say('unit'), cell: ({ unit }) => (unit ? unitText(unit, language) : '—') },
                { key: 'source', head: say('source'), cell: ({ source }) => say(`source.${source}`) },
              ]}
            />
          )
        }
      </Answered>
    </Page>
  );
}
