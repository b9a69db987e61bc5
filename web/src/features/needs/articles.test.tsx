import { fireEvent, screen, waitFor } from '@testing-library/react';
import {
  changeArticle,
  draftArticle,
  getArticle,
  listArticles,
  publishArticle,
} from '@zhitong/contract/needs/article-contract';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { caseIds } from '../../testing/case-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { articleShown } from '../../testing/knowledge-examples.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { ArticleScreen, NewArticle } from './article-screen.tsx';
import { Articles } from './articles.tsx';

const refusal = { code: 'platform.forbidden', message: '您的岗位不能做这件事' };
const shown = (role: 'manager' | 'handler' = 'manager') =>
  renderScreen(<ArticleScreen id={articleShown.id} />, `/articles/${articleShown.id}`, role);

describe('the knowledge base of a body', () => {
  it('lists what was answered with its state, its days and how often it was enough', async () => {
    const server = startFakeServer().answer(listArticles, { articles: [articleShown], total: 1 });
    await renderScreen(<Articles />, '/articles', 'handler');
    const link = await screen.findByRole('link', { name: articleShown.question });
    expect(link.getAttribute('href')).toBe(`/articles/${articleShown.id}`);
    expect(screen.getAllByText('有新版待发布').length).toBeGreaterThan(1);
    expect(screen.getByText('7 次')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: '草稿' }));
    await waitFor(() => expect(server.questions(listArticles).at(-1)?.query.get('state')).toBe('draft'));
  });

  it('says what will stand there while it is empty, what a filter left over, and why it is refused', async () => {
    startFakeServer().answer(listArticles, { articles: [], total: 0 });
    const empty = await renderScreen(<Articles />, '/articles', 'handler');
    expect(await screen.findByText(/还没有条目/)).toBeTruthy();
    empty.unmount();
    const filtered = await renderScreen(<Articles />, '/articles?state=draft', 'handler');
    expect(await screen.findByRole('button', { name: '清除筛选' })).toBeTruthy();
    filtered.unmount();
    startFakeServer().refuse(listArticles, 403, refusal);
    await renderScreen(<Articles />, '/articles', 'handler');
    expect(await screen.findByText(refusal.message)).toBeTruthy();
  });
});

describe('one article', () => {
  it('shows what points to somebody before it is published, and publishes it once that is confirmed', async () => {
    const server = startFakeServer()
      .answer(getArticle, { article: articleShown })
      .answer(publishArticle, { article: { id: articleShown.id, publishedVersion: 2 } });
    await shown();
    expect(await screen.findByText('电话 13800001111')).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: /确属公开信息/ }));
    fireEvent.click(screen.getByRole('button', { name: '发布' }));
    await waitFor(() => expect(server.questions(publishArticle)[0]?.body).toEqual({ version: 2, confirmed: true }));
  });

  it('is published by whoever answers for the body: a handler edits, on the version that was seen', async () => {
    const server = startFakeServer()
      .answer(getArticle, { article: articleShown })
      .answer(changeArticle, { article: { id: articleShown.id, version: 3, findings: [] } });
    await shown('handler');
    expect(await screen.findByText('由本单位负责人发布')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '修改' }));
    fireEvent.change(await screen.findByLabelText('答案'), { target: { value: '可以。' } });
    fireEvent.click(screen.getByRole('button', { name: '存为新版' }));
    await waitFor(() =>
      expect(server.questions(changeArticle)[0]?.body).toMatchObject({
        answer: '可以。',
        seen: 2,
        dutyId: caseIds.matter,
      }),
    );
  });

  it('keeps every version, with the one firms read marked; another body’s can only be read', async () => {
    startFakeServer().answer(getArticle, { article: { ...articleShown, own: false } });
    await shown();
    expect(await screen.findByText('企业看到的是这一版')).toBeTruthy();
    expect(screen.getByText(/由 威海市发展和改革委员会 维护，您只能查看/)).toBeTruthy();
    for (const name of ['修改', '发布', '撤下']) expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('is not sent without its words, and says which are missing', async () => {
    const server = startFakeServer();
    await renderScreen(<NewArticle />, '/articles/new', 'handler');
    fireEvent.click(await screen.findByRole('button', { name: '存为草稿' }));
    expect(await screen.findByText('有 3 处需要修改')).toBeTruthy();
    expect(server.questions(draftArticle)).toEqual([]);
  });

  it('speaks English as a whole', async () => {
    startFakeServer().answer(getArticle, { article: articleShown });
    changeDisplay({ language: 'en' });
    await shown();
    expect(await screen.findByText('Telephone 13800001111')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish' })).toBeTruthy();
  });
});
