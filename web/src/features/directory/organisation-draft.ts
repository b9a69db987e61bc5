import type { Organisation } from '@zhitong/contract/directory/organisation-contract';
import type { OrganisationFactsBody } from '@zhitong/contract/directory/organisation-edit-contract';
import type { Picked } from './tree-finder.tsx';

/** What the form holds. Texts are never null while they are typed. */
export interface OrganisationDraft {
  readonly facts: Omit<OrganisationFactsBody, 'parentId' | 'contact'>;
  readonly parent: Picked | undefined;
  readonly contact: { readonly name: string; readonly phone: string };
}

export const emptyDraft: OrganisationDraft = {
  facts: {
    ...{ name: '', shortName: '', nameEn: '', kind: 'enterprise', creditCode: '', region: null },
    ...{ registeredAddress: '', workingAddress: '', registeredOnly: false, industry: null, size: null, duty: '' },
  },
  parent: undefined,
  contact: { name: '', phone: '' },
};

export function draftOf(organisation: Organisation): OrganisationDraft {
  const { name, shortName, nameEn, kind, creditCode, region, parent, contact } = organisation;
  const { registeredAddress, workingAddress, registeredOnly, industry, size, duty } = organisation;
  return {
    facts: {
      ...{ name, shortName: shortName ?? '', nameEn: nameEn ?? '', kind, creditCode: creditCode ?? '' },
      ...{ region: region?.code ?? null, registeredAddress: registeredAddress ?? '', registeredOnly },
      ...{ workingAddress: workingAddress ?? '', industry, size, duty: duty ?? '' },
    },
    parent: parent ?? undefined,
    contact: contact ?? { name: '', phone: '' },
  };
}

export function factsOf({ facts, parent, contact }: OrganisationDraft): OrganisationFactsBody {
  const given = contact.name.trim() !== '' || contact.phone.trim() !== '';
  return { ...facts, parentId: parent?.id ?? null, contact: given ? contact : null };
}

/** What is plainly missing before anything is sent. */
export function problemsOf({ facts, contact }: OrganisationDraft): readonly ('needName' | 'contactBoth')[] {
  const half = (contact.name.trim() === '') !== (contact.phone.trim() === '');
  return [
    ...([...facts.name.trim()].length < 2 ? (['needName'] as const) : []),
    ...(half ? (['contactBoth'] as const) : []),
  ];
}
