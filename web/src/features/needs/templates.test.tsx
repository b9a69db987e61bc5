import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { CaseTemplate } from '@zhitong/contract/needs/case-template-contract';
import { addCaseTemplate, listCaseTemplates, removeCaseTemplate } from '@zhitong/contract/needs/case-template-contract';
import { describe, expect, it } from 'vitest';
import { useDraft } from '#platform/draft';
import { caseIds, caseShown } from '../../testing/case-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { templateShown } from '../../testing/knowledge-examples.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { CaseTemplates } from './case-templates.tsx';
import { Templates } from './templates.tsx';

const listed = (...templates: CaseTemplate[]) => startFakeServer().answer(listCaseTemplates, { templates });
const ofMatter = { ...templateShown, id: caseIds.green, title: '电价答复', text: '按居民价。', dutyId: caseIds.matter };
const elsewhere = { ...templateShown, id: caseIds.need, title: '别的事项', dutyId: caseIds.other };

function Case() {
  const draft = useDraft('case.test', '', (value): value is string => typeof value === 'string');
  return (
    <form className="zt-case-form">
      <textarea aria-label="答复" value={draft.value} onChange={(event) => draft.change(event.target.value)} />
      <CaseTemplates shown={caseShown} draft={draft} />
    </form>
  );
}

describe('templates in a case', () => {
  it('stand with those of its matter first, and those of other matters not at all', async () => {
    listed(templateShown, ofMatter, elsewhere);
    await renderScreen(<Case />, '/', 'handler');
    expect((await screen.findAllByRole('button')).map((button) => button.textContent)).toEqual([
      '1 电价答复',
      '2 材料清单',
    ]);
  });

  it('come into the draft by a key, with firm, matter and due time filled in, and again below what is written', async () => {
    listed(templateShown, ofMatter);
    await renderScreen(<Case />, '/', 'handler');
    const field = await screen.findByLabelText('答复');
    await screen.findByText('材料清单');
    fireEvent.keyDown(document.body, { key: '2' });
    await waitFor(() => expect(field).toHaveProperty('value', expect.stringContaining(caseShown.asker.name)));
    expect(field).toHaveProperty('value', expect.stringMatching(/：电价政策可以办理，.*11月23日.*前答复。$/));
    expect(document.activeElement).toBe(field);
    fireEvent.keyDown(field, { key: '1' });
    expect(field).toHaveProperty('value', expect.not.stringContaining('按居民价'));
    fireEvent.keyDown(field, { key: '1', altKey: true });
    await waitFor(() => expect(field).toHaveProperty('value', expect.stringMatching(/前答复。\n按居民价。$/)));
  });

  it('say so when none fits', async () => {
    listed(elsewhere);
    await renderScreen(<Case />, '/', 'handler');
    expect(await screen.findByText('没有适合这件事的模板')).toBeTruthy();
  });
});

describe('the templates of a body', () => {
  it('are kept by its head; a handler reads them', async () => {
    listed(templateShown);
    const handler = await renderScreen(<Templates />, '/templates', 'handler');
    expect(await screen.findByText(templateShown.text)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '新增模板' })).toBeNull();
    handler.unmount();
    const server = listed(templateShown).answer(addCaseTemplate, { template: { id: caseIds.red, version: 1 } });
    await renderScreen(<Templates />, '/templates', 'manager');
    fireEvent.click(await screen.findByRole('button', { name: '新增模板' }));
    fireEvent.click(await screen.findByRole('button', { name: '保存' }));
    expect(await screen.findByText('有 2 处需要修改')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('名称'), { target: { value: '收到' } });
    fireEvent.change(screen.getByLabelText('内容'), { target: { value: '{企业名称}：材料收到。' } });
    fireEvent.click(screen.getByRole('radio', { name: '资金需求' }));
    fireEvent.click(screen.getByRole('button', { name: '保存' }));
    const kept = { title: '收到', text: '{企业名称}：材料收到。', list: 'funding', dutyId: null };
    await waitFor(() => expect(server.questions(addCaseTemplate)[0]?.body).toEqual(kept));
  });

  it('are removed after a second press, and a refusal stands in place', async () => {
    const server = listed(templateShown).refuse(removeCaseTemplate, 409, {
      code: 'case-templates.changed',
      message: '同事刚改过',
    });
    await renderScreen(<Templates />, '/templates', 'manager');
    fireEvent.click(await screen.findByRole('button', { name: '删去' }));
    expect(server.questions(removeCaseTemplate)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '确认删去' }));
    expect(await screen.findByText('同事刚改过')).toBeTruthy();
  });

  it('say what will stand there while there are none', async () => {
    listed();
    await renderScreen(<Templates />, '/templates', 'manager');
    expect(await screen.findByText(/还没有模板/)).toBeTruthy();
  });
});
