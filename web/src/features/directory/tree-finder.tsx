import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useAsk } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { organisationText } from './organisation-text.ts';

const offered = 20;

/** Finds an organisation by name, sound or code; the tree opens down to it. */
export function TreeFinder({ onFind }: { onFind: (id: string) => void }) {
  const say = useText(organisationText);
  return <OrganisationPick label={say('treeFind')} value={undefined} onPick={(found) => found && onFind(found.id)} />;
}

export interface Picked {
  readonly id: string;
  readonly name: string;
}

interface PickProps {
  readonly id?: string;
  readonly label: string;
  readonly value: Picked | undefined;
  readonly onPick: (picked: Picked | undefined) => void;
}

/** One organisation of the city, by typing a part of its name. */
export function OrganisationPick({ id, label, value, onPick }: PickProps) {
  const sayShared = useText(sharedText);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const found = useAsk(listOrganisations, { query: { q, limit: offered } }, { enabled: q.length > 0 });
  const rows: readonly Picked[] = q.length > 0 ? (found.data?.organisations ?? []) : [];
  const options = [...(value && !rows.some((row) => row.id === value.id) ? [value] : []), ...rows];
  return (
    <Select
      {...(id && { id })}
      className="zt-organisation-pick"
      aria-label={label}
      placeholder={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      value={value?.id ?? null}
      notFoundContent={q.length > 0 && !found.isFetching ? sayShared('emptyFiltered') : null}
      options={options.map((row) => ({ value: row.id, label: row.name }))}
      onChange={(next) => onPick(options.find((row) => row.id === next))}
    />
  );
}
