import { listRegions } from '@zhitong/contract/directory/organisation-tree-contract';
import { Select } from 'antd';
import { useAddress } from '#platform/address';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { districtOf } from './district-of.ts';
import { gapText } from './gap-text.ts';

const every = 'all';

/** One district of the city, or all; it stands in the address. */
export function DistrictChoice() {
  const say = useText(gapText);
  const address = useAddress();
  const regions = useAsk(listRegions, {}, { worded: false });
  return (
    <Select
      aria-label={say('district')}
      title={say('districtHint')}
      className="zt-district"
      value={districtOf(address.get('district')) ?? every}
      onChange={(next) => address.set({ district: next === every ? undefined : next, from: undefined })}
      options={[
        { value: every, label: say('allDistricts') },
        ...(regions.data?.regions ?? []).map(({ code, name }) => ({ value: code, label: name })),
      ]}
    />
  );
}
