import { type Candidate, listCandidates } from '@zhitong/contract/directory/duty-contract';
import { listOrganisations } from '@zhitong/contract/directory/organisation-contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useSettled } from '#platform/debounce';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { roleText } from '#platform/role-text';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { dutyText } from './duty-text.ts';

/** Who is to answer, as far as it is chosen. */
export interface Holders {
  readonly ownerPostId: string | undefined;
  readonly deputyPostId: string | undefined;
  /** after the owner's post has run out */
  readonly nextPostId: string | undefined;
}

interface HolderFieldsProps {
  readonly bodyId: string;
  readonly from: string;
  readonly value: Holders;
  readonly onChange: (value: Holders) => void;
  /** shown once somebody tried to send without an owner */
  readonly tried: boolean;
}

/** Owner and deputy among the people of the body; for a post with a last day also who follows. */
export function HolderFields({ bodyId, from, value, onChange, tried }: HolderFieldsProps) {
  const say = useText(dutyText);
  const language = useLanguage();
  const asked = useAsk(listCandidates, { params: { id: bodyId }, query: from ? { on: from } : {} });
  const optionOf = useCandidateOption();
  if (asked.error) return <Trouble error={asked.error} />;
  const candidates = asked.data?.candidates ?? [];
  if (asked.data && candidates.length === 0) return <p className="zt-notice">{say('nobody')}</p>;
  const owner = candidates.find(({ postId }) => postId === value.ownerPostId);
  const others = candidates.filter(({ personId }) => personId !== owner?.personId);
  const select = { loading: asked.isPending, showSearch: { optionFilterProp: 'label' } };
  return (
    <>
      <Field label={say('owner')} error={tried && !owner ? say('needOwner') : undefined}>
        {(field) => (
          <Select
            {...field}
            {...select}
            placeholder={say('pickOwner')}
            value={value.ownerPostId}
            onChange={(ownerPostId) => onChange({ ...value, ownerPostId, deputyPostId: undefined })}
            options={candidates.map(optionOf)}
          />
        )}
      </Field>
      <Field label={say('deputy')}>
        {(field) => (
          <Select
            {...field}
            {...select}
            allowClear
            placeholder={say('pickDeputy')}
            value={value.deputyPostId}
            onChange={(deputyPostId) => onChange({ ...value, deputyPostId })}
            options={others.map(optionOf)}
          />
        )}
      </Field>
      {owner?.to && (
        <Field
          label={say('nextOwner', { date: formatDate(owner.to, language) })}
          hint={say('nextHint', { name: owner.name, date: formatDate(owner.to, language) })}
        >
          {(field) => (
            <Select
              {...field}
              {...select}
              placeholder={say('pickOwner')}
              value={value.nextPostId}
              onChange={(nextPostId) => onChange({ ...value, nextPostId })}
              options={others.filter(({ to }) => to === null || to > (owner.to ?? '')).map(optionOf)}
            />
          )}
        </Field>
      )}
    </>
  );
}

function useCandidateOption() {
  const say = useText(dutyText);
  const sayRole = useText(roleText);
  const language = useLanguage();
  return ({ postId, name, role, to, away }: Candidate) => {
    const more = [sayRole(role), to && say('until', { date: formatDate(to, language) }), away && say('onLeave')].filter(
      Boolean,
    );
    return { value: postId, label: `${name} · ${more.join(' · ')}` };
  };
}

/** What the server wants of the choice; undefined while no owner is chosen. */
export function chargeOf({ ownerPostId, deputyPostId, nextPostId }: Holders) {
  if (ownerPostId === undefined) return undefined;
  const next = nextPostId === undefined ? {} : { next: { ownerPostId: nextPostId, deputyPostId: null } };
  return { ownerPostId, deputyPostId: deputyPostId ?? null, ...next };
}

interface BodyFieldProps {
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
  readonly error: string | undefined;
}

/** A body of the city, found while typing its name. */
export function BodyField({ value, onChange, error }: BodyFieldProps) {
  const say = useText(dutyText);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed, 300);
  const asked = useAsk(listOrganisations, { query: { q, limit: 20 } });
  return (
    <Field label={say('body')} error={error}>
      {(field) => (
        <Select
          {...field}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          placeholder={say('findBody')}
          loading={asked.isFetching}
          {...(value !== undefined && { value })}
          onChange={onChange}
          options={(asked.data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </Field>
  );
}
