import { useQueryClient } from '@tanstack/react-query';
import {
  type ArticleDetail,
  getArticle,
  listArticles,
  publishArticle,
  takeArticleBack,
} from '@zhitong/contract/needs/article-contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useMay } from '#platform/may';
import { isRefused, refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { articleText } from './article-text.ts';

/** What points to somebody stands before the button; it is published when that is mended, or confirmed to be public. */
export function ArticlePublishing({ article }: { article: ArticleDetail }) {
  const say = useText(articleText);
  const may = useMay();
  if (!article.own) return null;
  return (
    <>
      {article.findings.length > 0 && <Findings findings={article.findings} />}
      {may('article.publish') ? <Buttons article={article} /> : <p className="zt-meta">{say('publishHint')}</p>}
    </>
  );
}

function Findings({ findings }: { findings: ArticleDetail['findings'] }) {
  const say = useText(articleText);
  return (
    <div className="zt-notice">
      <p>{say('findings')}</p>
      <ul>
        {findings.map(({ kind, said }) => (
          <li key={`${kind} ${said}`} lang="zh">
            {say(`finding.${kind}`, { said })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Buttons({ article }: { article: ArticleDetail }) {
  const say = useText(articleText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [confirmed, setConfirmed] = useState(false);
  const publishing = useDo(publishArticle);
  const takingBack = useDo(takeArticleBack);
  const { id, version, publishedVersion, findings } = article;
  const done = (sentence: string) => {
    void message.success(sentence);
    refresh(client, getArticle, listArticles);
  };
  const onError = (error: Error) => {
    if (isRefused(error, 409)) refresh(client, getArticle);
  };
  const publish = () =>
    publishing.mutate(
      { params: { id }, body: { version, confirmed } },
      { onSuccess: () => done(say('published')), onError },
    );
  const error = publishing.error ?? takingBack.error;
  return (
    <>
      {findings.length > 0 && publishedVersion !== version && (
        <label className="zt-check">
          <input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />
          {say('confirm')}
        </label>
      )}
      {error && <Trouble error={error} />}
      <div className="zt-request-buttons">
        {publishedVersion !== version && (
          <Button type="primary" loading={publishing.isPending} onClick={publish}>
            {say('publish')}
          </Button>
        )}
        {publishedVersion !== null && (
          <Button
            loading={takingBack.isPending}
            onClick={() => takingBack.mutate({ params: { id } }, { onSuccess: () => done(say('takenBack')), onError })}
          >
            {say('takeBack')}
          </Button>
        )}
      </div>
    </>
  );
}
