import { getOrganisation } from '@zhitong/contract/directory/organisation-contract';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { OrganisationFacts } from './organisation-facts.tsx';
import { OrganisationStates } from './organisation-history.tsx';
import { organisationText } from './organisation-text.ts';

/** The chosen organisation beside the tree: what it is now, and what it was. */
export function TreeSummary({ id }: { id: string }) {
  const say = useText(organisationText);
  const asked = useAsk(getOrganisation, { params: { id } }, { keep: false });
  return (
    <Answered asked={asked} rows={6}>
      {(organisation) => (
        <>
          <h2>
            <MixedText>{organisation.name}</MixedText>
          </h2>
          <p>
            <AppLink to={`/organisations/${id}`}>{say('treeOpen')}</AppLink>
          </p>
          <OrganisationFacts organisation={organisation} />
          <OrganisationStates id={id} />
        </>
      )}
    </Answered>
  );
}
