import { fireEvent, screen, within } from '@testing-library/react';
import { myPolicies, stateFact } from '@zhitong/contract/needs/policy-contract';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { Policies, PoliciesElsewhere } from './policies.tsx';

type Reply = z.output<typeof myPolicies.reply>;
type Policy = Reply['policies'][number];

const policy = (title: string, more: Partial<Policy>): Policy => ({
  ...{
    id: ids.offer,
    title,
    body: { id: ids.buyer, name: '市人社局' },
    benefit: '每人 1,500 元',
    basis: '演示文件第 1 号',
    documentNumber: null,
  },
  ...{
    validFrom: '2026-01-01',
    validTo: null,
    source: '演示',
    demo: true,
    verdict: 'qualifies',
    missing: [],
    conditions: [],
  },
  ...more,
});
const graduates = { fact: 'graduates', name: '今年招用的高校毕业生人数', kind: 'number', own: true } as const;
const reply = (...policies: Policy[]): Reply => ({
  ...{ asOf: '2026-11-29T09:00:00+08:00', policies, counts: { qualifies: 1, oneMissing: 1 } },
});
const near = policy('吸纳毕业生补贴', {
  ...{ verdict: 'one-missing', missing: [graduates] },
  conditions: [
    { text: '小型企业', outcome: 'true', known: { words: '小型', source: '企业自报', asOf: '2026-08-01' } },
    { text: '招用毕业生', outcome: 'unknown', known: null },
  ],
});
const draw = () => renderScreen(<Policies />, '/policies');

it('leads who is no firm to the page on which policies are written', async () => {
  const { unmount } = await renderScreen(<PoliciesElsewhere />, '/policies', 'operator');
  expect(screen.getByRole('link', { name: /去“政策发布”/ }).getAttribute('href')).toBe('/papers');
  unmount();
  await renderScreen(<PoliciesElsewhere />, '/policies', 'chief-office');
  expect(screen.getByText(/这一页给企业看/)).toBeTruthy();
  expect(screen.queryByRole('link')).toBeNull();
});

describe('the policies', () => {
  it('say how many fit, and behind each condition the fact with its source and date', async () => {
    startFakeServer().answer(myPolicies, reply(near));
    await draw();
    expect(await screen.findByText(/符合 1 项，另有 1 项只差一个事实/)).toBeTruthy();
    expect(screen.getByText('小型（企业自报，2026年8月1日）')).toBeTruthy();
    expect(screen.getAllByText('未知').length).toBeGreaterThan(0);
  });

  it('ask for the missing fact in place, and take no word for a number', async () => {
    const server = startFakeServer()
      .answer(myPolicies, reply(near))
      .answer(stateFact, { fact: 'graduates', asOf: '2026-11-29' });
    await draw();
    const field = await screen.findByLabelText(/还不知道：今年招用的高校毕业生人数/);
    fireEvent.change(field, { target: { value: '三个' } });
    fireEvent.click(screen.getByRole('button', { name: /补\s*充/ }));
    expect(await screen.findByText('请填 0 以上的数字')).toBeTruthy();
    fireEvent.change(field, { target: { value: '１,２00' } });
    fireEvent.click(screen.getByRole('button', { name: /补\s*充/ }));
    expect(await screen.findByText('已记入，以后的政策也会用到')).toBeTruthy();
    expect(server.questions(stateFact).map(({ body }) => body)).toEqual([{ fact: 'graduates', value: 1200 }]);
  });

  it('keep what does not fit folded away, with its number', async () => {
    const no = policy('租金补贴', { verdict: 'no', conditions: [{ text: '在高区', outcome: 'false', known: null }] });
    startFakeServer().answer(myPolicies, reply(near, no));
    await draw();
    const folded = (await screen.findByText('另有 1 项不符合')).closest('details');
    expect(folded && within(folded).getByText('租金补贴')).toBeTruthy();
    expect(folded?.open).toBe(false);
  });

  it('say so when there are none, and when they could not be loaded', async () => {
    startFakeServer().answer(myPolicies, reply());
    const first = await draw();
    expect(await screen.findByText(/还没有录入政策/)).toBeTruthy();
    first.unmount();
    startFakeServer().refuse(myPolicies, 403, { code: 'platform.forbidden', message: '您的岗位不能做这件事' });
    await draw();
    expect(await screen.findByText('您的岗位不能做这件事')).toBeTruthy();
  });
});
