import { useQueryClient } from '@tanstack/react-query';
import {
  addCaseTemplate,
  type CaseTemplate,
  changeCaseTemplate,
  listCaseTemplates,
} from '@zhitong/contract/needs/case-template-contract';
import { dutyLists } from '@zhitong/domain/directory/duty';
import { templatePlaces, templatePlaceWords } from '@zhitong/domain/needs/case-template';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useLanguage } from '#platform/display';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { caseTemplateText } from './case-template-text.ts';
import { OwnMatterField } from './own-matter-field.tsx';

interface TemplateFormProps {
  /** undefined: a new one */
  readonly template: CaseTemplate | undefined;
  readonly onClose: () => void;
}

type List = NonNullable<CaseTemplate['list']>;
const any = 'any';

/** What it says, and which cases it is offered for. */
export function TemplateForm({ template, onClose }: TemplateFormProps) {
  const say = useText(caseTemplateText);
  const language = useLanguage();
  const [title, setTitle] = useState(template?.title ?? '');
  const [text, setText] = useState(template?.text ?? '');
  const [list, setList] = useState<List | null>(template?.list ?? null);
  const [dutyId, setDutyId] = useState<string | null>(template?.dutyId ?? null);
  const [tried, setTried] = useState(false);
  const saving = useSaving(template, onClose);
  const nameError = tried && title.trim() === '' ? say('needName') : undefined;
  const wordsError = tried && text.trim() === '' ? say('needWords') : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() !== '' && text.trim() !== '') saving.save({ title, text, list, dutyId });
  };
  const places = templatePlaces
    .map((place) => (language === 'zh' ? `{${place}}` : `{${place}} (${templatePlaceWords[place].en})`))
    .join(language === 'zh' ? '、' : ', ');
  return (
    <form className="zt-card zt-padded zt-knowledge-form" onSubmit={send} noValidate aria-label={say('title')}>
      <ErrorSummary problems={[nameError, wordsError].flatMap((problem) => problem ?? [])} />
      <Field label={say('name')} error={nameError}>
        {(field) => (
          <Input {...field} value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
        )}
      </Field>
      <Field label={say('words')} error={wordsError} hint={say('wordsHint', { places })}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={6}
            maxLength={4_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <ChoiceRow
        label={say('belongs')}
        value={list ?? any}
        choices={[
          { value: any, word: say('any') },
          ...dutyLists.map((value) => ({ value, word: say(`list.${value}`) })),
        ]}
        onChoose={(value) => setList(value === any ? null : value)}
      />
      <OwnMatterField label={say('matter')} none={say('noMatter')} value={dutyId} onChange={setDutyId} />
      {saving.error && <Trouble error={saving.error} />}
      <div className="zt-request-buttons">
        <Button type="primary" htmlType="submit" loading={saving.pending}>
          {say('save')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </form>
  );
}

type Words = Pick<CaseTemplate, 'title' | 'text' | 'list' | 'dutyId'>;

function useSaving(template: CaseTemplate | undefined, onClose: () => void) {
  const say = useText(caseTemplateText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const adding = useDo(addCaseTemplate);
  const changing = useDo(changeCaseTemplate);
  // what was there when the form opened: a colleague's change that comes meanwhile is refused, not written over
  const [seen] = useState(template?.version ?? 0);
  const onSuccess = () => {
    void message.success(say('saved'));
    refresh(client, listCaseTemplates);
    onClose();
  };
  const save = (words: Words) =>
    template
      ? changing.mutate({ params: { id: template.id }, body: { ...words, seen } }, { onSuccess })
      : adding.mutate({ body: words }, { onSuccess });
  return { save, pending: adding.isPending || changing.isPending, error: adding.error ?? changing.error };
}
