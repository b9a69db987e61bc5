import { listRegions } from '@zhitong/contract/directory/organisation-tree-contract';
import { claimStates, claimStateWords } from '@zhitong/domain/directory/claim-state';
import { industries, industryOf } from '@zhitong/domain/directory/industry';
import { organisationKinds } from '@zhitong/domain/directory/organisation';
import { Select } from 'antd';
import { type Address, useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { SearchField } from '#ui/search-field';
import { directoryText } from './directory-text.ts';
import { kindWords } from './kind-words.ts';
import { organisationText } from './organisation-text.ts';

/** The filters as the address has them; a word that means nothing is none. */
export function readFilters(address: Pick<Address, 'get'>) {
  const kind = organisationKinds.find((name) => name === address.get('kind'));
  const claim = claimStates.find((name) => name === address.get('claim'));
  const industry = industryOf(address.get('industry') ?? '')?.code;
  const region = address.get('region');
  return {
    ...{ q: address.get('q') ?? '', ...(kind && { kind }), ...(region && { region }) },
    ...{ ...(claim && { claim }), ...(industry && { industry }) },
  };
}

export const noFilters = {
  ...{ q: undefined, kind: undefined, region: undefined, claim: undefined, industry: undefined, from: undefined },
} as const;

const every = 'all';

/** Words, kind, place, who speaks for it, industry: each stands in the address. */
export function OrganisationFilters() {
  const say = useText(directoryText);
  const sayMore = useText(organisationText);
  const language = useLanguage();
  const address = useAddress();
  const regions = useAsk(listRegions, {}, { worded: false });
  const { q, industry } = readFilters(address);
  return (
    <div className="zt-filters">
      <SearchField
        label={say('findOrganisation')}
        value={q}
        onSearch={(words) => address.set({ q: words, from: undefined }, 'quietly')}
      />
      <Choice
        name="kind"
        label={say('kind')}
        all={say('allKinds')}
        options={organisationKinds.map((value) => ({ value, label: say(kindWords[value]) }))}
      />
      <Choice
        name="region"
        label={say('region')}
        all={sayMore('place')}
        options={(regions.data?.regions ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Choice
        name="claim"
        label={sayMore('claimState')}
        all={sayMore('allClaims')}
        options={claimStates.map((value) => ({ value, label: claimStateWords[value][language] }))}
      />
      <Select
        aria-label={sayMore('industry')}
        className="zt-industry-filter"
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder={sayMore('allIndustries')}
        value={industry ?? null}
        onChange={(next) => address.set({ industry: next ?? undefined, from: undefined })}
        options={industries.map(({ code, name }) => ({ value: code, label: `${code} ${name[language]}` }))}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly name: 'kind' | 'region' | 'claim';
  readonly label: string;
  /** word for no filter */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ name, label, all, options }: ChoiceProps) {
  const address = useAddress();
  const present = address.get(name);
  return (
    <Select
      aria-label={label}
      className="zt-kind-filter"
      value={options.some(({ value }) => value === present) ? present : every}
      onChange={(next) => address.set({ [name]: next === every ? undefined : next, from: undefined })}
      options={[{ value: every, label: all }, ...options]}
    />
  );
}
