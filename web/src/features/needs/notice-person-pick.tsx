import { listPeople } from '@zhitong/contract/directory/person-contract';
import { Select } from 'antd';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { noticeChannelText } from './notice-channel-text.ts';

interface Props {
  readonly organisationId: string;
  readonly value: string;
  readonly onPick: (personId: string) => void;
}

/** Everything of an organisation, or what one of its people holds. */
export function PersonPick({ organisationId, value, onPick }: Props) {
  const say = useText(noticeChannelText);
  const people = useAsk(
    listPeople,
    { params: { id: organisationId }, query: { limit: 200, offset: 0 } },
    { keep: false },
  );
  const held = (people.data?.posts ?? []).filter(({ state }) => state === 'held');
  const names = new Map(held.map(({ person }) => [person.id, person.name]));
  return (
    <Field label={say('scope')} hint={people.isError ? say('scopeFailed') : say('scopeHint')}>
      {(field) => (
        <Select
          {...field}
          value={value}
          loading={people.isPending}
          onChange={onPick}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: say('scope.all') },
            ...[...names].map(([personId, name]) => ({ value: personId, label: name })),
          ]}
        />
      )}
    </Field>
  );
}
