import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { getTarget } from '@zhitong/contract/investment/target-contract';
import {
  enterTarget,
  giveTarget,
  joinTarget,
  loseTarget,
  stepTarget,
  wishTarget,
} from '@zhitong/contract/investment/target-step-contract';
import { describe, expect, it } from 'vitest';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { targetId, targetPage } from '../../testing/target-examples.ts';
import { TargetScreen } from './target-screen.tsx';

const written = { id: targetId, status: 'negotiating', seq: 8 } as const;
const draw = (address = `/targets/${targetId}`) =>
  renderScreen(<TargetScreen id={targetId} />, address, 'investment-officer');
const submit = () => fireEvent.submit(screen.getByRole('dialog').querySelector('form') as HTMLFormElement);

/** Types a day into a calendar field. */
async function writeDay(label: string, day: string): Promise<void> {
  const field = await screen.findByLabelText(label);
  fireEvent.mouseDown(field);
  fireEvent.change(field, { target: { value: day } });
  fireEvent.keyDown(field, { key: 'Enter', code: 'Enter' });
}

describe('the page of a target', () => {
  it('says what is next with its light, draws the buttons of the table, and tells the history', async () => {
    startFakeServer().answer(getTarget, targetPage);
    await draw();
    expect(await screen.findByText('下一步：报送用地方案（11月20日（周五）前）')).toBeTruthy();
    for (const name of ['记为已签约', '再记一步', '退回…', '移交…', '未成…'])
      expect(screen.getByRole('button', { name })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '记为已开工' })).toBeNull();
    expect(screen.getByText('来威看了两处地块')).toBeTruthy();
  });

  it('notes a step with what was done and what is next, naming the last step that was seen', async () => {
    const server = startFakeServer().answer(getTarget, targetPage).answer(stepTarget, written);
    await draw(`/targets/${targetId}?do=signed`);
    expect(await screen.findByText('记为：已签约')).toBeTruthy();
    submit();
    expect(await screen.findByText('有 3 处需要修改')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('做了什么'), { target: { value: '签了协议' } });
    fireEvent.change(screen.getByLabelText('下一步'), { target: { value: '办施工许可' } });
    await writeDay('下一步的期限', '2026-12-18');
    submit();
    await waitFor(() =>
      expect(server.questions(stepTarget)[0]?.body).toMatchObject({
        ...{ stage: 'signed', note: '签了协议', next: '办施工许可', due: '2026-12-18', seen: 7 },
      }),
    );
  });

  it('goes back only with the reason, and shows a refusal in place with what was typed', async () => {
    const message = '演示-酉 2 分钟前已改动这条线索（记录进展）。请看过再操作';
    const server = startFakeServer()
      .answer(getTarget, targetPage)
      .refuse(stepTarget, 409, { code: 'targets.changed', message });
    await draw(`/targets/${targetId}?do=back`);
    fireEvent.change(await screen.findByLabelText('做了什么'), { target: { value: '换了人' } });
    fireEvent.change(screen.getByLabelText('下一步'), { target: { value: '再约' } });
    await writeDay('下一步的期限', '2026-12-18');
    submit();
    expect((await screen.findAllByText('请写原因')).length).toBe(2);
    fireEvent.change(screen.getByLabelText('退回的原因'), { target: { value: '换了对接人' } });
    submit();
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('做了什么').value).toBe('换了人');
    expect(server.questions(stepTarget)[0]?.body).toMatchObject({ stage: 'visited', reason: '换了对接人' });
  });

  it('is closed as lost by a code, in words where the code says nothing', async () => {
    const server = startFakeServer().answer(getTarget, targetPage).answer(loseTarget, written);
    await draw(`/targets/${targetId}?do=lose`);
    await screen.findByLabelText('原因');
    submit();
    expect(await screen.findByText('请选原因')).toBeTruthy();
    const box = screen.getByLabelText('原因');
    fireEvent.mouseDown(box);
    // the last of the list: up from the first
    fireEvent.keyDown(box, { key: 'ArrowUp', code: 'ArrowUp', keyCode: 38 });
    fireEvent.keyDown(box, { key: 'Enter', code: 'Enter', keyCode: 13 });
    submit();
    expect(await screen.findByText('选“其他”要写说明')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('说明'), { target: { value: '对方合并重组' } });
    submit();
    await waitFor(() =>
      expect(server.questions(loseTarget)[0]?.body).toEqual({ code: 'other', note: '对方合并重组', seen: 7 }),
    );
  });

  it('is given to another person, who is told', async () => {
    const server = startFakeServer().answer(getTarget, targetPage).answer(giveTarget, written);
    await draw(`/targets/${targetId}?do=give`);
    fireEvent.mouseDown(await screen.findByLabelText('交给谁'));
    fireEvent.click(await screen.findByText('荣成市投促中心 演示-酉'));
    submit();
    await waitFor(() => expect(server.questions(giveTarget)[0]?.body).toMatchObject({ seen: 7 }));
  });

  it('writes down what the firm wishes of its premises, only what it said', async () => {
    const server = startFakeServer().answer(getTarget, targetPage).answer(wishTarget, written);
    await draw(`/targets/${targetId}?do=wish`);
    fireEvent.change(await screen.findByLabelText('面积'), { target: { value: '60' } });
    fireEvent.change(screen.getByLabelText('承重（吨/m²）'), { target: { value: '2' } });
    submit();
    await waitFor(() =>
      expect(server.questions(wishTarget)[0]?.body).toMatchObject({
        wish: { area: { amount: 60, unit: 'mu' }, floorLoad: 2, powerKv: null, kind: null, exhaust: null },
      }),
    );
  });

  it('names of each plot that does not fit which wish fails, and what is still to be checked', async () => {
    const measured = { powerKv: 10, powerKw: null, water: null, floorLoad: null, exhaust: null };
    const plot = {
      ...{
        id: targetId,
        name: '石岛 12 号地',
        kind: 'land' as const,
        ...measured,
        area: { amount: 45, unit: 'mu' as const },
      },
      ...{
        region: { code: '371082', name: '荣成市' },
        state: 'free' as const,
        note: null,
        source: '台账',
        asOf: '2026-11-01',
      },
      ...{ body: { id: targetId, name: '荣成市投促中心' }, edition: 1, mine: false, demo: true, fit: 'fails' as const },
      reasons: [
        { wish: 'area' as const, verdict: 'not-met' as const },
        { wish: 'water' as const, verdict: 'unknown' as const },
      ],
    } satisfies (typeof targetPage)['premises'][number];
    startFakeServer().answer(getTarget, { ...targetPage, premises: [plot], premisesTotal: 1 });
    await draw();
    const row = (await screen.findByText('石岛 12 号地')).closest('tr') as HTMLElement;
    expect(within(row).getByText('不符合：面积')).toBeTruthy();
    expect(within(row).getByText('待核：用水')).toBeTruthy();
  });

  it('of another district offers to take part and no other button', async () => {
    const can = { change: false, enter: true, on: [], back: [], same: false };
    const server = startFakeServer()
      .answer(getTarget, { ...targetPage, can, officers: [] })
      .answer(enterTarget, written);
    await draw();
    expect(await screen.findByText('由市投促局负责。您所在单位没有参与。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '再记一步' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '参与，一起推进' }));
    await waitFor(() => expect(server.questions(enterTarget)).toHaveLength(1));
  });

  it('that looks like another names who has it, and is joined only after a yes', async () => {
    const other = { id: '01900000-0000-7000-8000-000000000086', firm: '松峦碳谷（演示）' };
    const owner = { body: { id: targetId, name: '荣成市投促中心' }, person: '演示-酉' };
    const alike = [{ ...other, owner, registeredAt: '2026-11-02T10:00:00+08:00' }];
    const server = startFakeServer()
      .answer(getTarget, { ...targetPage, alike })
      .answer(joinTarget, written);
    await draw();
    expect(await screen.findByText('荣成市投促中心 11月2日已登记“松峦碳谷（演示）”（演示-酉）。并入？')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '把这一条并入它' }));
    expect(server.questions(joinTarget)).toHaveLength(0);
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '并入' }));
    await waitFor(() => expect(server.questions(joinTarget)[0]?.body).toEqual({ into: other.id, seen: 7 }));
  });

  it('that is not there or not shared says so', async () => {
    startFakeServer().refuse(getTarget, 404, { code: 'platform.not-found', message: '没有这条记录' });
    await draw();
    expect(await screen.findByText('没有这条记录，或者您不在可见范围内')).toBeTruthy();
  });
});
