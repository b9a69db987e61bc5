import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { useState } from 'react';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Pager } from '#ui/pager';
import { Answered, Empty } from '#ui/states';
import { OrganisationTable } from './organisation-table.tsx';
import { organisationText } from './organisation-text.ts';

const pageSize = 50;

/** What lies directly below: sections of a bureau, branches of a bank. */
export function OrganisationBelow({ id }: { id: string }) {
  const say = useText(organisationText);
  const [offset, setOffset] = useState(0);
  const asked = useAsk(listOrganisations, { query: { parent: id, limit: pageSize, offset } });
  return (
    <Answered asked={asked} rows={6}>
      {({ organisations, total }) =>
        organisations.length === 0 ? (
          <Empty sentence={say('noBelow')} />
        ) : (
          <>
            <OrganisationTable label={say('below')} rows={organisations} />
            <Pager total={total} offset={offset} size={pageSize} onMove={setOffset} />
          </>
        )
      }
    </Answered>
  );
}
