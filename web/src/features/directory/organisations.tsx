import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { Select } from 'antd';
import { useAddress } from '#platform/address';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, EmptyFiltered } from '#ui/states';
import { directoryText } from './directory-text.ts';
import { kindWords } from './kind-words.ts';

const pageSize = 50;

/** Every organisation of the city by name, short name or credit code. */
export function Organisations() {
  const say = useText(directoryText);
  const address = useAddress();
  const q = address.get('q') ?? '';
  const kind = organisationKinds.find((name) => name === address.get('kind'));
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listOrganisations, { query: { q, offset, limit: pageSize, ...(kind && { kind }) } });
  return (
    <Page
      title={say('organisationsTitle')}
      finding={asked.data && say('organisationsFinding', { count: asked.data.total })}
    >
      <div className="zt-filters">
        <SearchField
          label={say('findOrganisation')}
          value={q}
          onSearch={(words) => address.set({ q: words, from: undefined }, 'quietly')}
        />
        <Select
          aria-label={say('kind')}
          className="zt-kind-filter"
          value={kind ?? 'all'}
          onChange={(next) => address.set({ kind: next === 'all' ? undefined : next, from: undefined })}
          options={[
            { value: 'all', label: say('allKinds') },
            ...organisationKinds.map((name) => ({ value: name, label: say(kindWords[name]) })),
          ]}
        />
      </div>
      <Answered asked={asked} rows={10}>
        {({ organisations, total }) =>
          organisations.length === 0 ? (
            <EmptyFiltered onClear={() => address.set({ q: undefined, kind: undefined, from: undefined })} />
          ) : (
            <>
              <DataTable
                label={say('organisationsTitle')}
                rows={organisations}
                keyOf={({ id }) => id}
                columns={[
                  {
                    key: 'name',
                    head: say('name'),
                    cell: ({ id, name }) => <AppLink to={`/organisations/${id}`}>{name}</AppLink>,
                  },
                  { key: 'kind', head: say('kind'), cell: (row) => say(kindWords[row.kind]) },
                  { key: 'region', head: say('region'), cell: ({ region }) => region ?? '—' },
                ]}
              />
              <Pager
                total={total}
                offset={offset}
                size={pageSize}
                onMove={(from) => address.set({ from: String(from) })}
              />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
