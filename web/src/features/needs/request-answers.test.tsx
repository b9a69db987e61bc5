import { fireEvent, screen, waitFor } from '@testing-library/react';
import { acceptAnswer } from '@zhitong/contract/needs/article-contract';
import { readDraft } from '@zhitong/contract/needs/draft-contract';
import { parseNeed } from '@zhitong/contract/needs/need-contract';
import { type RouteReply, routeNeed } from '@zhitong/contract/needs/request-contract';
import { describe, expect, it } from 'vitest';
import { ids, parsed } from '../../testing/examples.ts';
import { type FakeServer, startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { useComposer } from './composer.tsx';
import { ComposerScreen } from './composer-screen.tsx';
import { useRequestForm } from './request-form.tsx';

const at = '2026-10-01T09:00:00+08:00';
const article: RouteReply['answers'][number] = {
  ...{ kind: 'article', id: ids.offer, title: '宿舍用电能按居民价吗？', text: '可以。', source: '市发改委', at },
  ...{ link: null, basis: '供电营业规则' },
};
const policy: typeof article = {
  ...article,
  ...{ kind: 'policy', id: ids.deal, title: '用电补贴', link: '/policies' },
};
const own: typeof article = {
  ...article,
  ...{ kind: 'own-case', id: ids.need, link: `/needs/${ids.need}`, basis: null },
};
const routed: RouteReply = {
  ...{ list: 'problem', candidates: [], confident: false, desk: null, similar: [] },
  answers: [article, policy, own],
};

function Screen() {
  const composer = useComposer(undefined);
  return <ComposerScreen composer={composer} reach={<p>名单</p>} reachCount={0} request={useRequestForm(composer)} />;
}

async function open(prepare: (server: FakeServer) => unknown = () => undefined) {
  const server = startFakeServer()
    .answer(parseNeed, { ...parsed, products: [], spans: [] })
    .answer(routeNeed, routed)
    .answer(readDraft, { draft: null });
  prepare(server);
  await renderScreen(<Screen />, '/needs/new');
  fireEvent.change(await screen.findByLabelText('需求原文'), { target: { value: '员工宿舍用电按商业计价' } });
  return server;
}
const first = async () => (await screen.findAllByRole('button', { name: '这就是答案' }))[0] ?? document.body;

describe('answers before anything is sent', () => {
  it('say of what kind they are, who says so, what it rests on, and what is noted when one is enough', async () => {
    await open();
    expect(await screen.findByText('知识库')).toBeTruthy();
    for (const words of ['政策', '您的办件', '用电补贴']) expect(screen.getByText(words)).toBeTruthy();
    expect(screen.getAllByText('依据：供电营业规则')).toHaveLength(2);
    expect(screen.getByText(/不记您写的内容，不生成办件/)).toBeTruthy();
  });

  it('end the request when one is enough: nothing is sent, and the draft is gone', async () => {
    const accepted = { id: ids.match, title: article.title, body: { id: ids.supplier, name: '市发改委' } };
    const server = await open((fake) => fake.answer(acceptAnswer, { accepted }));
    fireEvent.click(await first());
    expect(await screen.findByText(/已得到答案：“宿舍用电能按居民价吗？”（市发改委）。没有生成办件/)).toBeTruthy();
    const [question] = server.questions(acceptAnswer);
    expect(question?.body).toMatchObject({ kind: 'article', id: ids.offer });
    expect(screen.getByLabelText('需求原文')).toHaveProperty('value', '');
    fireEvent.click(screen.getByRole('button', { name: '再问一件' }));
    await waitFor(() => expect(screen.queryByText(/没有生成办件，草稿已清除/)).toBeNull());
  });

  it('are put aside with one press, and can be looked at again', async () => {
    await open();
    fireEvent.click(await screen.findByRole('button', { name: '都不是，继续提交' }));
    expect(await screen.findByText(/看过 3 条已有答案，都不合适/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '这就是答案' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '再看看' }));
    expect(await screen.findAllByRole('button', { name: '这就是答案' })).toHaveLength(3);
  });

  it('say so when one was just taken back, and keep the words', async () => {
    const message = '这个答案刚刚停用，请看其他答案，或继续提交';
    await open((fake) => fake.refuse(acceptAnswer, 409, { code: 'articles.no-such-answer', message }));
    fireEvent.click(await first());
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText('需求原文')).toHaveProperty('value', '员工宿舍用电按商业计价');
  });
});
