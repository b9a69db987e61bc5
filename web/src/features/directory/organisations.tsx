import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { useAddress } from '#platform/address';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { Answered, EmptyFiltered } from '#ui/states';
import { directoryText } from './directory-text.ts';
import { noFilters, OrganisationFilters, readFilters } from './organisation-filters.tsx';
import { OrganisationTable } from './organisation-table.tsx';
import { organisationText } from './organisation-text.ts';

const pageSize = 50;

/** Every organisation of the city by name, short name or credit code. */
export function Organisations() {
  const say = useText(directoryText);
  const sayMore = useText(organisationText);
  const may = useMay();
  const address = useAddress();
  const filters = readFilters(address);
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listOrganisations, { query: { ...filters, offset, limit: pageSize } });
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
          <ExportLink list={listOrganisations} query={filters} />
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
      <OrganisationFilters />
      <Answered asked={asked} rows={10}>
        {({ organisations, total }) =>
          organisations.length === 0 ? (
            <EmptyFiltered onClear={() => address.set(noFilters)} />
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
