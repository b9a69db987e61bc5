import { type ArticleRow, listArticles } from '@zhitong/contract/needs/article-contract';
import { articleStates } from '@zhitong/domain/needs/article';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useAddress, useGo } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { SearchField } from '#ui/search-field';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { articleText } from './article-text.ts';
import { useValidity } from './article-validity.ts';
import './knowledge.css';

const size = 50;
const any = 'any';

/** What have we answered before, and what do firms see of it? */
export function Articles() {
  const say = useText(articleText);
  const address = useAddress();
  const go = useGo();
  const may = useMay();
  const q = address.get('q') ?? '';
  const state = articleStates.find((known) => known === address.get('state'));
  const offset = Number(address.get('offset') ?? 0) || 0;
  const asked = useAsk(listArticles, { query: { q, limit: size, offset, ...(state && { state }) } }, { worded: false });
  const filtered = q !== '' || state !== undefined;
  const clear = () => address.set({ q: undefined, state: undefined, offset: undefined });
  const actions = (
    <div className="zt-request-buttons">
      <AppLink to="/templates">{say('templates')}</AppLink>
      <Button type="primary" onClick={() => go('/articles/new')}>
        {say('add')}
      </Button>
    </div>
  );
  return (
    <Page
      title={say('title')}
      finding={may('case.supervise') ? say('findingCity') : say('finding')}
      action={may('article.write') && actions}
    >
      <div className="zt-filters">
        <SearchField
          label={say('search')}
          value={q}
          onSearch={(words) => address.set({ q: words, offset: undefined }, 'quietly')}
        />
        <ChoiceRow
          label={say('states')}
          value={state ?? any}
          choices={[
            { value: any, word: say('any') },
            ...articleStates.map((value) => ({ value, word: say(`state.${value}`) })),
          ]}
          onChoose={(value) => address.set({ state: value === any ? undefined : value, offset: undefined })}
        />
      </div>
      <Answered asked={asked} rows={8}>
        {({ articles, total }) => {
          if (articles.length === 0)
            return filtered ? <EmptyFiltered onClear={clear} /> : <Empty sentence={say('none')} />;
          const move = (to: number) => address.set({ offset: to === 0 ? undefined : String(to) });
          const pager = total > size && <Pager {...{ total, offset, size }} onMove={move} />;
          return <Rows articles={articles} foot={pager} />;
        }}
      </Answered>
    </Page>
  );
}

function Rows({ articles, foot }: { articles: readonly ArticleRow[]; foot: ReactNode }) {
  const say = useText(articleText);
  const language = useLanguage();
  const minute = useMinute();
  const valid = useValidity();
  const columns: readonly Column<ArticleRow>[] = [
    {
      ...{ key: 'question', head: say('question') },
      cell: ({ id, question }) => <AppLink to={`/articles/${id}`}>{question}</AppLink>,
    },
    { key: 'state', head: say('state'), oneLine: true, cell: ({ state }) => say(`state.${state}`) },
    {
      ...{ key: 'matter', head: say('matter') },
      cell: ({ matter, body }) => (
        <>
          <div>
            <MixedText>{matter?.title ?? say('noMatter')}</MixedText>
          </div>
          <div className="zt-meta">
            <MixedText>{body.name}</MixedText>
          </div>
        </>
      ),
    },
    { key: 'valid', head: say('valid'), cell: valid },
    {
      ...{ key: 'accepted', head: say('accepted'), align: 'right' },
      cell: ({ accepted }) => say('times', { count: accepted }),
    },
    {
      ...{ key: 'touched', head: say('touched'), phone: 'hidden', oneLine: true },
      cell: ({ touchedAt }) => formatInstant(touchedAt, minute, language),
    },
  ];
  return <DataTable label={say('tableOf')} columns={columns} rows={articles} keyOf={({ id }) => id} foot={foot} />;
}
