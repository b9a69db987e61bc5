import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { actOnDraft, beginDraft, getDraft, readDraftFile, saveDraft } from '@zhitong/contract/chains/draft-contract';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { chainId } from '../../testing/chain-examples.ts';
import { draftFound } from '../../testing/draft-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { DraftScreen } from './draft-screen.tsx';

const reader = { name: '演示-甲', body: '市工信局' };
const draw = (address = '') =>
  renderScreen(<DraftScreen id={chainId} reader={reader} />, `/chains/${chainId}/edit${address}`, 'operator');
const saved = (edition: number) => ({ draft: { edition, problems: [], notes: [] } });
const tierOf = (name: string) => screen.getByRole('region', { name });
const heads = (name: string) =>
  within(tierOf(name))
    .getAllByRole('button')
    .filter(({ className }) => className === 'zt-draft-head')
    .map(({ textContent }) => textContent);
const head = (name: RegExp) => screen.getByRole('button', { name });
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

describe('the editor of a map', () => {
  it('shows the draft by tiers with products, state, and what may be done', async () => {
    startFakeServer().answer(getDraft, draftFound());
    await draw();
    await screen.findByText('第 3 版 · 草稿：3 个环节，4 个产品，2 条联系。');
    expect(heads('上游')).toEqual(['单体1', '原丝2']);
    expect(heads('中游')).toEqual(['碳纤维1']);
    screen.getByText('高模量原丝');
    screen.getByText('可以送审');
    screen.getByRole('button', { name: '送审' });
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull();
  });

  it('moves a segment by keys, keeps the focus on it, and takes the step back and does it again', async () => {
    startFakeServer().answer(getDraft, draftFound()).answer(saveDraft, saved(2));
    await draw();
    await screen.findByText('可以送审');
    head(/^单体/).focus();
    press('ArrowRight', { shiftKey: true });
    expect(heads('中游')).toEqual(['单体1', '碳纤维1']);
    expect(document.activeElement?.textContent).toBe('单体1');
    press('z', { ctrlKey: true });
    expect(heads('上游')).toEqual(['单体1', '原丝2']);
    press('Z', { ctrlKey: true, shiftKey: true });
    expect(heads('中游')).toEqual(['单体1', '碳纤维1']);
  });

  it('links by keys, and says which cycle it would close', async () => {
    startFakeServer().answer(getDraft, draftFound()).answer(saveDraft, saved(2));
    await draw();
    await screen.findByText('可以送审');
    head(/^碳纤维/).focus();
    press('l');
    screen.getByText(/从“碳纤维”连到哪里/);
    press('ArrowLeft');
    expect(document.activeElement?.textContent).toBe('单体1');
    press('Enter');
    await screen.findByText('“单体→原丝→碳纤维→单体”构成循环，未保存');
    screen.getByText(/2 条联系/);
  });

  it('adds a segment that opens, and removes one with its links', async () => {
    startFakeServer().answer(getDraft, draftFound()).answer(saveDraft, saved(2));
    await draw();
    await screen.findByText('可以送审');
    head(/^单体/).focus();
    press('n');
    await screen.findByRole('dialog');
    expect(heads('上游')).toEqual(['单体1', '原丝2', '新环节0']);
    press('Escape');
    head(/^单体/).focus();
    press('Delete');
    expect(heads('上游')).toEqual(['原丝2', '新环节0']);
    screen.getByText(/1 条联系/);
  });

  it('moves a product, takes one out and splits a segment in its panel', async () => {
    const server = startFakeServer().answer(getDraft, draftFound()).answer(saveDraft, saved(2));
    await draw();
    await screen.findByText('可以送审');
    fireEvent.click(head(/^原丝/));
    const panel = within(await screen.findByRole('dialog'));
    fireEvent.click(panel.getByText('拆分'));
    fireEvent.click(panel.getByRole('checkbox', { name: '高模量原丝' }));
    fireEvent.change(panel.getByLabelText('新环节名称'), { target: { value: '高模量' } });
    fireEvent.click(panel.getByRole('button', { name: '拆出' }));
    expect(heads('上游')).toEqual(['单体1', '原丝1', '高模量1']);
    fireEvent.click(panel.getByRole('button', { name: '把“聚丙烯腈原丝”移出本链' }));
    expect(heads('上游')).toEqual(['单体1', '原丝0', '高模量1']);
    await waitFor(() => expect(server.questions(saveDraft).length).toBeGreaterThan(0), { timeout: 5_000 });
    expect(server.questions(saveDraft).at(-1)?.body).toMatchObject({
      seen: 1,
      content: { links: expect.arrayContaining([{ from: 'monomer', to: expect.stringMatching(/^s-/) }]) },
    });
  });
});

describe('what is drawn', () => {
  it('is saved a moment later under the edition it was read with, and closing the tab before that asks first', async () => {
    const server = startFakeServer().answer(getDraft, draftFound()).answer(saveDraft, saved(2));
    await draw();
    await screen.findByText('已保存（第 1 次）');
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    head(/^单体/).focus();
    press('ArrowDown', { shiftKey: true });
    await screen.findByText('有改动，稍后自动保存');
    expect(leave()).toBe(true);
    await screen.findByText('已保存（第 2 次）', undefined, { timeout: 5_000 });
    expect(leave()).toBe(false);
    expect(server.questions(saveDraft)).toHaveLength(1);
    expect(server.questions(saveDraft)[0]?.body).toMatchObject({ seen: 1, validFrom: '2026-12-01' });
  });

  it('is refused where somebody else was faster, and read anew', async () => {
    const server = startFakeServer().answer(getDraft, draftFound());
    server.refuse(saveDraft, 409, { code: 'chains.draft-changed', message: '演示-酉已存了更新的一稿' });
    await draw();
    await screen.findByText('可以送审');
    head(/^单体/).focus();
    press('ArrowDown', { shiftKey: true });
    await screen.findByText('演示-酉已存了更新的一稿', undefined, { timeout: 5_000 });
    server.answer(getDraft, draftFound({ edition: 7 }));
    fireEvent.click(screen.getByRole('button', { name: /重新载入/ }));
    await screen.findByText('已保存（第 7 次）');
    expect(heads('上游')).toEqual(['单体1', '原丝2']);
  });

  it('stays on the page while the network is away', async () => {
    const server = startFakeServer().answer(getDraft, draftFound());
    server.fail(saveDraft);
    await draw();
    await screen.findByText('可以送审');
    head(/^单体/).focus();
    press('ArrowDown', { shiftKey: true });
    await screen.findByText(/没能保存/, undefined, { timeout: 5_000 });
    expect(heads('上游')).toEqual(['原丝2', '单体1']);
  });
});

describe('what is drawn and not saved yet', () => {
  it('outlives a switch of the language, with every step that can be taken back', async () => {
    startFakeServer().answer(getDraft, draftFound()).answer(saveDraft, saved(2));
    await draw();
    await screen.findByText('可以送审');
    head(/^单体/).focus();
    press('ArrowDown', { shiftKey: true });
    act(() => changeDisplay({ language: 'en' }));
    await screen.findByText(/Version 3 · Draft/);
    expect(heads('Upstream')).toEqual(['Precursor2', 'Monomer1']);
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(heads('Upstream')).toEqual(['Monomer1', 'Precursor2']);
  });
});

describe('a draft on its way', () => {
  it('is not handed in with something to be mended, which is said', async () => {
    const problem = { code: 'chains.empty-segment', text: '环节“新环节”里没有产品。请加产品，或删去这个环节' };
    const product = { id: 'pan', name: '聚丙烯腈原丝' };
    startFakeServer().answer(getDraft, draftFound({ problems: [problem], notes: [{ product, chain: '纺织链' }] }));
    await draw();
    await screen.findByText(problem.text);
    expect(screen.getByRole('button', { name: '送审' }).hasAttribute('disabled')).toBe(true);
    screen.getByText('提示：1 个产品也在别的链上（允许）');
    screen.getByText('聚丙烯腈原丝：纺织链');
  });

  it('in review is only looked at; whoever sent it waits for another one', async () => {
    startFakeServer().answer(getDraft, draftFound({ state: 'review', actions: ['return'] }));
    await draw();
    await screen.findByText('已送审，等另一位同事审核发布。');
    expect(screen.queryByRole('button', { name: '加环节' })).toBeNull();
    head(/^单体/).focus();
    press('ArrowDown', { shiftKey: true });
    expect(heads('上游')).toEqual(['单体1', '原丝2']);
  });

  it('is sent back with a reason by the second person', async () => {
    const server = startFakeServer().answer(getDraft, draftFound({ state: 'review', actions: ['return', 'publish'] }));
    server.answer(actOnDraft, { version: { number: 3, state: 'draft', edition: 2 } });
    await draw();
    fireEvent.click(await screen.findByRole('button', { name: '退回' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: '退回' }).hasAttribute('disabled')).toBe(true);
    fireEvent.change(dialog.getByLabelText('退回原因'), { target: { value: '缺牵头部门' } });
    fireEvent.click(dialog.getByRole('button', { name: '退回' }));
    await waitFor(() =>
      expect(server.questions(actOnDraft)[0]?.body).toEqual({ action: 'return', seen: 1, reason: '缺牵头部门' }),
    );
  });

  it('begins where there is none, and says that a chain is not there', async () => {
    const server = startFakeServer();
    server.refuse(getDraft, 404, { code: 'chains.no-draft', message: '这条链没有正在编辑的草稿' });
    server.answer(beginDraft, { draft: { number: 3, edition: 1 } });
    await draw();
    const begin = await screen.findByRole('button', { name: '起草新版' });
    server.answer(getDraft, draftFound());
    fireEvent.click(begin);
    await screen.findByText('可以送审');
  });
});

describe('a file in place of the draft', () => {
  it('says what it would change and which rows cannot be taken, before it is taken as one step', async () => {
    const server = startFakeServer().answer(getDraft, draftFound()).answer(saveDraft, saved(2));
    const { content } = draftFound().draft;
    const nothing = { added: [], removed: [], split: [], merged: [], moved: [] };
    server.answer(readDraftFile, {
      content: { ...content, segments: content.segments.slice(0, 2), links: [] },
      comparison: { ...nothing, renamed: [{ id: 'precursor', name: '新原丝', before: '原丝' }] },
      refused: [{ sheet: 'products', line: 7, text: '“ghost”不在产品库中' }],
      products: [],
    });
    await draw();
    await screen.findByText('可以送审');
    fireEvent.change(screen.getByLabelText('上传 JSON 或 Excel', { selector: 'input' }), {
      target: { files: [new File(['{}'], '链图.json')] },
    });
    const dialog = within(await screen.findByRole('dialog'));
    dialog.getByText('原丝 → 新原丝');
    dialog.getByText('表“产品”第 7 行');
    dialog.getByText('“ghost”不在产品库中');
    fireEvent.click(dialog.getByRole('button', { name: '用它取代草稿' }));
    await screen.findByText(/2 个环节，3 个产品，0 条联系/);
    press('z', { ctrlKey: true });
    await screen.findByText(/3 个环节，4 个产品，2 条联系/);
  });
});

describe('the editor in English', () => {
  it('names chain and segments in English and says everything else in it', async () => {
    startFakeServer().answer(getDraft, draftFound());
    changeDisplay({ language: 'en' });
    await draw();
    await screen.findByText('Version 3 · Draft: segments 3, products 4, links 2.');
    screen.getByRole('heading', { name: 'Carbon fibre · edit' });
    head(/^Precursor/);
    screen.getByRole('button', { name: 'Hand in for review' });
  });
});
