import type { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import type { z } from 'zod';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { directoryText } from './directory-text.ts';
import { kindWords } from './kind-words.ts';

type Row = z.output<typeof listOrganisations.reply>['organisations'][number];

/** Organisations as rows: name, kind, place. */
export function OrganisationTable({ label, rows }: { label: string; rows: readonly Row[] }) {
  const say = useText(directoryText);
  return (
    <DataTable
      label={label}
      rows={rows}
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
  );
}
