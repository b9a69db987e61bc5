import { useQueryClient } from '@tanstack/react-query';
import {
  type ArticleDetail,
  changeArticle,
  draftArticle,
  getArticle,
  listArticles,
} from '@zhitong/contract/needs/article-contract';
import { type DutyList, dutyLists } from '@zhitong/domain/directory/duty';
import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { now } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { articleText } from './article-text.ts';
import { OwnMatterField } from './own-matter-field.tsx';

interface ArticleFormProps {
  /** undefined: a new one */
  readonly article: ArticleDetail | undefined;
  readonly onSaved: (id: string) => void;
  readonly onCancel: () => void;
}

interface Words {
  readonly question: string;
  readonly answer: string;
  readonly source: string;
  readonly list: DutyList;
  readonly dutyId: string | null;
  readonly validFrom: string;
  /** empty: no end */
  readonly validTo: string;
}

const firstWords = (article: ArticleDetail | undefined): Words => ({
  ...{ question: article?.question ?? '', answer: article?.answer ?? '', source: article?.source ?? '' },
  ...{ list: article?.list ?? 'problem', dutyId: article?.matter?.id ?? null },
  ...{ validFrom: article?.validFrom ?? isoToday(now()), validTo: article?.validTo ?? '' },
});

/** The words of an article; saved, they are one more version that waits to be published. */
export function ArticleForm({ article, onSaved, onCancel }: ArticleFormProps) {
  const say = useText(articleText);
  const [words, setWords] = useState(() => firstWords(article));
  const [tried, setTried] = useState(false);
  const saving = useSaving(article, onSaved);
  const change = (part: Partial<Words>) => setWords({ ...words, ...part });
  const lacks = (value: string, sentence: string) => (tried && value.trim().length < 2 ? sentence : undefined);
  const errors = {
    question: lacks(words.question, say('needQuestion')),
    answer: lacks(words.answer, say('needAnswer')),
    source: lacks(words.source, say('needSource')),
    from: lacks(words.validFrom, say('needFrom')),
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const whole = [words.question, words.answer, words.source, words.validFrom].every((one) => one.trim().length >= 2);
    if (whole) saving.save(words);
  };
  return (
    <form className="zt-card zt-padded zt-knowledge-form" onSubmit={send} noValidate aria-label={say('new')}>
      <ErrorSummary problems={Object.values(errors).flatMap((error) => error ?? [])} />
      <Field label={say('question')} error={errors.question}>
        {(field) => (
          <Input
            {...field}
            value={words.question}
            maxLength={200}
            onChange={(event) => change({ question: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('answer')} error={errors.answer} hint={say('answerHint')}>
        {(field) => (
          <Input.TextArea
            {...field}
            rows={8}
            maxLength={4_000}
            value={words.answer}
            onChange={(event) => change({ answer: event.target.value })}
          />
        )}
      </Field>
      <Field label={say('source')} error={errors.source} hint={say('sourceHint')}>
        {(field) => (
          <Input
            {...field}
            value={words.source}
            maxLength={200}
            onChange={(event) => change({ source: event.target.value })}
          />
        )}
      </Field>
      <Belongs words={words} onChange={change} fromError={errors.from} />
      {saving.error && <Trouble error={saving.error} />}
      <div className="zt-request-buttons">
        <Button type="primary" htmlType="submit" loading={saving.pending}>
          {article ? say('save') : say('saveDraft')}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </form>
  );
}

interface BelongsProps {
  readonly words: Words;
  readonly onChange: (part: Partial<Words>) => void;
  readonly fromError: string | undefined;
}

/** Which list and matter it belongs to, and on which days it is shown. */
function Belongs({ words, onChange, fromError }: BelongsProps) {
  const say = useText(articleText);
  return (
    <>
      <ChoiceRow
        label={say('list')}
        value={words.list}
        choices={dutyLists.map((value) => ({ value, word: say(`list.${value}`) }))}
        onChoose={(list) => onChange({ list })}
      />
      <OwnMatterField
        label={say('matterField')}
        none={say('noMatter')}
        value={words.dutyId}
        onChange={(dutyId) => onChange({ dutyId })}
      />
      <div className="zt-knowledge-dates">
        <Field label={say('from')} error={fromError}>
          {(field) => (
            <DateField {...field} value={words.validFrom} onChange={(validFrom) => onChange({ validFrom })} />
          )}
        </Field>
        <Field label={say('to')}>
          {(field) => <DateField {...field} value={words.validTo} onChange={(validTo) => onChange({ validTo })} />}
        </Field>
      </div>
    </>
  );
}

function useSaving(article: ArticleDetail | undefined, onSaved: (id: string) => void) {
  const say = useText(articleText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const drafting = useDo(draftArticle);
  const changing = useDo(changeArticle);
  const onSuccess = ({ article: { id } }: { article: { id: string } }) => {
    void message.success(say('saved'));
    refresh(client, getArticle, listArticles);
    onSaved(id);
  };
  const save = ({ validTo, ...words }: Words) => {
    const body = { ...words, validTo: validTo === '' ? null : validTo };
    if (article)
      changing.mutate({ params: { id: article.id }, body: { ...body, seen: article.version } }, { onSuccess });
    else drafting.mutate({ body }, { onSuccess });
  };
  return { save, pending: drafting.isPending || changing.isPending, error: drafting.error ?? changing.error };
}
