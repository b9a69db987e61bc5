import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { listRegions } from '@zhitong/contract/directory/organisation-tree-contract';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { Select } from 'antd';
import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, EmptyFiltered } from '#ui/states';
import { directoryText } from './directory-text.ts';
import { kindWords } from './kind-words.ts';
import { OrganisationTable } from './organisation-table.tsx';
import { organisationText } from './organisation-text.ts';

const pageSize = 50;

/** Every organisation of the city by name, short name or credit code. */
export function Organisations() {
  const say = useText(directoryText);
  const sayMore = useText(organisationText);
  const may = useMay();
  const regions = useAsk(listRegions, {}, { worded: false });
  const address = useAddress();
  const q = address.get('q') ?? '';
  const kind = organisationKinds.find((name) => name === address.get('kind'));
  const region = address.get('region');
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listOrganisations, {
    query: { q, offset, limit: pageSize, ...(kind && { kind }), ...(region && { region }) },
  });
  return (
    <Page
      title={say('organisationsTitle')}
      finding={
        asked.data && say(asked.data.more ? 'organisationsMore' : 'organisationsFinding', { count: asked.data.total })
      }
      action={
        <>
          {may('organisation.history') && (
            <AppLink to="/organisations/tree" className="zt-button-link">
              {sayMore('toTree')}
            </AppLink>
          )}
          {may('organisation.create') && (
            <AppLink to="/organisations/new" className="zt-button-link">
              {sayMore('create')}
            </AppLink>
          )}
          <ExportLink list={listOrganisations} query={{ q, kind, region: address.get('region') }} />
          {may('organisation.merge') && (
            <AppLink to="/duplicates" className="zt-button-link">
              {say('duplicates')}
            </AppLink>
          )}
          {may('import.run') && (
            <AppLink className="zt-button-link" to="/imports">
              {say('import')}
            </AppLink>
          )}
        </>
      }
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
        <Select
          aria-label={say('region')}
          className="zt-kind-filter"
          value={region ?? 'all'}
          onChange={(next) => address.set({ region: next === 'all' ? undefined : next, from: undefined })}
          options={[
            { value: 'all', label: sayMore('place') },
            ...(regions.data?.regions ?? []).map(({ code, name }) => ({ value: code, label: name })),
          ]}
        />
      </div>
      <Answered asked={asked} rows={10}>
        {({ organisations, total }) =>
          organisations.length === 0 ? (
            <EmptyFiltered
              onClear={() => address.set({ q: undefined, kind: undefined, region: undefined, from: undefined })}
            />
          ) : (
            <>
              <OrganisationTable label={say('organisationsTitle')} rows={organisations} />
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
