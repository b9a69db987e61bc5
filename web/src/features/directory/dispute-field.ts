import { factFields } from '@zhitong/domain/directory/organisation-fact';
import { useText } from '#platform/text';
import { disputeText } from './dispute-text.ts';
import { fieldWords, organisationText } from './organisation-text.ts';

const links = ['merge', 'membership', 'offer'] as const;

/** What is disputed, in words: a fact by the name it has on the page, a link by its own. */
export function useDisputeField(): (field: string) => string {
  const say = useText(disputeText);
  const sayFact = useText(organisationText);
  return (field) => {
    const fact = factFields.find((known) => known === field);
    if (fact !== undefined) return sayFact(fieldWords[fact]);
    const link = links.find((known) => known === field);
    return link === undefined ? field : say(`field.${link}`);
  };
}
