import { type ArticleDetail, getArticle } from '@zhitong/contract/needs/article-contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useGo } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { MixedText } from '#ui/mixed-text';
import { Page } from '#ui/page';
import { Answered } from '#ui/states';
import { ArticleForm } from './article-form.tsx';
import { ArticlePublishing } from './article-publishing.tsx';
import { articleText } from './article-text.ts';
import { useValidity } from './article-validity.ts';
import './knowledge.css';

/** One answer: what firms read, what waits, and how it came to be. */
export function ArticleScreen({ id }: { id: string }) {
  const asked = useAsk(getArticle, { params: { id } }, { keep: false, worded: false });
  return (
    <Answered asked={asked} rows={8}>
      {({ article }) => <Whole article={article} />}
    </Answered>
  );
}

export function NewArticle() {
  const say = useText(articleText);
  const go = useGo();
  return (
    <Page title={say('new')} finding={say('answerHint')}>
      <ArticleForm article={undefined} onSaved={(id) => go(`/articles/${id}`)} onCancel={() => go('/articles')} />
    </Page>
  );
}

function Whole({ article }: { article: ArticleDetail }) {
  const say = useText(articleText);
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const mayEdit = article.own && may('article.write');
  return (
    <Page
      title={article.question}
      finding={<Finding article={article} />}
      action={<AppLink to="/articles">{say('back')}</AppLink>}
    >
      {editing ? (
        <ArticleForm article={article} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
      ) : (
        <article className="zt-card zt-padded zt-knowledge-form">
          <blockquote className="zt-said" lang="zh">
            {article.answer}
          </blockquote>
          <p className="zt-meta">
            <MixedText>{say('basis', { source: article.source })}</MixedText>
          </p>
          {article.caseId && (
            <p className="zt-meta">
              {say('fromCase')} <AppLink to={`/cases/${article.caseId}?who=done`}>{say('openCase')}</AppLink>
            </p>
          )}
          <ArticlePublishing article={article} />
          {mayEdit && (
            <div className="zt-request-buttons">
              <Button onClick={() => setEditing(true)}>{say('edit')}</Button>
            </div>
          )}
        </article>
      )}
      <Versions article={article} />
    </Page>
  );
}

function Finding({ article }: { article: ArticleDetail }) {
  const say = useText(articleText);
  const valid = useValidity();
  const facts = [say(`state.${article.state}`), say(`list.${article.list}`), article.matter?.title ?? say('noMatter')];
  const owner = article.own ? article.body.name : say('foreign', { body: article.body.name });
  return <span>{[...facts, valid(article), owner].join(' · ')}</span>;
}

/** Every version as it was; the one firms read is marked. */
function Versions({ article }: { article: ArticleDetail }) {
  const say = useText(articleText);
  const language = useLanguage();
  const minute = useMinute();
  const valid = useValidity();
  return (
    <details className="zt-knowledge" open={article.versions.length > 1}>
      <summary>{say('history')}</summary>
      <ul className="zt-knowledge">
        {article.versions.map((one) => (
          <li key={one.version} className="zt-card zt-padded">
            <strong>
              <MixedText>
                {say('version', { version: one.version, by: one.by, at: formatInstant(one.at, minute, language) })}
              </MixedText>
            </strong>{' '}
            {one.version === article.publishedVersion && <span className="zt-tag">{say('isPublished')}</span>}
            <p lang="zh">{one.question}</p>
            <blockquote className="zt-said" lang="zh">
              {one.answer}
            </blockquote>
            <p className="zt-meta">
              <MixedText>{valid(one)}</MixedText>
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
