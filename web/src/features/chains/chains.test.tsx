import { screen } from '@testing-library/react';
import { listChains } from '@zhitong/contract/chains/chain-contract';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { chainId, chains } from '../../testing/chain-examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Chains } from './chains.tsx';

describe('the list of chains', () => {
  it('names who answers for each chain, and says every class in a word beside its shape', async () => {
    startFakeServer().answer(listChains, chains);
    await renderScreen(<Chains />);
    const link = await screen.findByRole('link', { name: '碳纤维产业链' });
    expect(link.getAttribute('href')).toBe(`/chains/${chainId}`);
    screen.getByText('演示-巳，副市长（演示）');
    screen.getByText('市工信局');
    screen.getByText('演示');
    expect(screen.getByRole('row', { name: /碳纤维产业链/ }).textContent).toMatch(/缺链 1短缺 1未知 1强链 3/);
    screen.getByText('1 条链，4 个环节，6 个产品：弱项 2，强 3，未知 1。');
  });

  it('says in English what it says in Chinese', async () => {
    startFakeServer().answer(listChains, chains);
    await renderScreen(<Chains />);
    await screen.findByRole('link', { name: '碳纤维产业链' });
    act(() => changeDisplay({ language: 'en' }));
    await screen.findByText('1 chains, 4 segments, 6 products: 2 weak, 3 strong, 1 unknown.');
    expect(screen.getByRole('row', { name: /碳纤维产业链/ }).textContent).toMatch(/Missing 1Short 1Unknown 1Strong 3/);
  });

  it('says what will stand there while no map is published', async () => {
    startFakeServer().answer(listChains, { ...chains, chains: [] });
    await renderScreen(<Chains />);
    await screen.findByText(/还没有已发布的产业链图谱/);
  });

  it('says the sentence of a refusal', async () => {
    startFakeServer().refuse(listChains, 403, { code: 'platform.forbidden', message: '您的岗位不能查看产业链' });
    await renderScreen(<Chains />);
    await screen.findByText('您的岗位不能查看产业链');
  });

  it('says that it could not be read, and offers to try again', async () => {
    startFakeServer().fail(listChains);
    await renderScreen(<Chains />);
    await screen.findByRole('button', { name: '重试' }, { timeout: 5_000 });
  });
});
