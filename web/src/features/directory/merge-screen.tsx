import { useQueryClient } from '@tanstack/react-query';
import { listDuplicates } from '@zhitong/contract/directory/duplicate-contract';
import {
  listMerges,
  type MergePreview,
  mergeOrganisation,
  previewMerge,
} from '@zhitong/contract/directory/merge-contract';
import { getOrganisation } from '@zhitong/contract/directory/organisation-contract';
import { industryOf } from '@zhitong/domain/directory/industry';
import type { MergeField, MergeSide } from '@zhitong/domain/directory/merge-decision';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useAddress, useGo } from '#platform/address';
import { useLanguage } from '#platform/display';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Page } from '#ui/page';
import { Answered, Refused, Trouble } from '#ui/states';
import { mergeText } from './merge-text.ts';
import './identity.css';

type Choices = Partial<Record<MergeField, MergeSide>>;

/** Which facts does the record keep that will stand for both? */
export function MergeScreen({ id }: { id: string }) {
  const say = useText(mergeText);
  const into = useAddress().get('into');
  if (into === undefined) return <Refused sentence={say('noOther')} />;
  return <MergeOf key={`${id} ${into}`} id={id} into={into} />;
}

function MergeOf({ id, into }: { id: string; into: string }) {
  const say = useText(mergeText);
  const go = useGo();
  const asked = useAsk(previewMerge, { params: { id }, query: { into } });
  return (
    <Answered asked={asked} rows={10}>
      {(preview: MergePreview) => (
        <Page
          title={say('title', { name: preview.merged.name })}
          finding={say('finding', { name: preview.survivor.name })}
          action={<Button onClick={() => go(`/organisations/${into}/merge?into=${id}`)}>{say('swap')}</Button>}
        >
          <MergeForm preview={preview} />
        </Page>
      )}
    </Answered>
  );
}

function MergeForm({ preview }: { preview: MergePreview }) {
  const say = useText(mergeText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const go = useGo();
  const [choices, setChoices] = useState<Choices>({});
  const [why, setWhy] = useState('');
  const merging = useDo(mergeOrganisation);
  const merge = () =>
    merging.mutate(
      {
        params: { id: preview.merged.id },
        body: { into: preview.survivor.id, choices, ...(why.trim() && { why: why.trim() }) },
      },
      {
        onSuccess: () => {
          refresh(client, listMerges, listDuplicates, getOrganisation);
          void message.success(say('merged'));
          go('/merges');
        },
      },
    );
  return (
    <>
      <FactChoices
        preview={preview}
        choices={choices}
        onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      />
      <p>{say('moves', preview.moves)}</p>
      <p>{say('stays', preview.stays)}</p>
      {preview.people > 0 && <p>{say('people', { people: preview.people })}</p>}
      <Field label={say('why')}>
        {(field) => <Input {...field} value={why} maxLength={300} onChange={(event) => setWhy(event.target.value)} />}
      </Field>
      {merging.error && <Trouble error={merging.error} />}
      <div>
        <Button type="primary" loading={merging.isPending} onClick={merge}>
          {say('merge')}
        </Button>
      </div>
    </>
  );
}

interface ChoicesProps {
  readonly preview: MergePreview;
  readonly choices: Choices;
  readonly onChoose: (field: MergeField, side: MergeSide) => void;
}

function FactChoices({ preview, choices, onChoose }: ChoicesProps) {
  const say = useText(mergeText);
  const language = useLanguage();
  const word = (field: MergeField, value: string | null) => {
    const trade = field === 'industry' && value !== null ? industryOf(value) : undefined;
    return trade ? `${value} ${trade.name[language]}` : (value ?? '—');
  };
  return (
    <div className="zt-card zt-table-frame">
      <table className="zt-table zt-side-by-side">
        <thead>
          <tr>
            <th scope="col">{say('fact')}</th>
            <th scope="col">{say('ofSurvivor')}</th>
            <th scope="col">{say('ofMerged')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.facts.map((fact) => (
            <tr key={fact.field}>
              <th scope="row">{say(`field.${fact.field}`)}</th>
              {fact.survivor === fact.merged ? (
                <td colSpan={2} lang="zh">
                  {word(fact.field, fact.survivor)}{' '}
                  {fact.survivor !== null && <span className="zt-meta">{say('same')}</span>}
                </td>
              ) : (
                (['survivor', 'merged'] as const).map((side) => (
                  <td key={side}>
                    <label>
                      <input
                        type="radio"
                        name={fact.field}
                        checked={(choices[fact.field] ?? fact.kept) === side}
                        onChange={() => onChoose(fact.field, side)}
                      />{' '}
                      <span lang="zh">{word(fact.field, fact[side])}</span>
                    </label>
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
