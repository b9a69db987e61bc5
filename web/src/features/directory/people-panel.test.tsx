import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { listMyDuties } from '@zhitong/contract/directory/duty-contract';
import { listMyLeaves } from '@zhitong/contract/directory/leave-contract';
import { type HeldPostRow, listPeople } from '@zhitong/contract/directory/person-contract';
import { endPost, listPostDuties } from '@zhitong/contract/directory/post-contract';
import { getSession } from '@zhitong/contract/directory/session-contract';
import { describe, expect, it } from 'vitest';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { MyDuties } from './duty-mine.tsx';
import { OrganisationPeople, useSeesPeople } from './people-panel.tsx';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const organisation = { id: id(1), name: '威海市人力资源和社会保障局' };
const since = { from: '2026-01-01', to: null };

const held: HeldPostRow = {
  ...{ postId: id(11), person: { id: id(12), name: '演示-甲', phone: '138****0001', posts: 2 }, role: 'handler' },
  ...{ ...since, state: 'held', owns: 3, deputises: 0, leaves: [], allowed: ['end', 'role', 'leave'] },
};

function serve() {
  const server = startFakeServer();
  server.answer(getSession, {
    status: 'signed-in',
    person: { id: id(20), name: '演示-乙', preferences: {} },
    posts: [{ id: id(21), organisation: { ...organisation, kind: 'department' }, role: 'manager' }],
  });
  server.answer(listPeople, {
    ...{ asOf: '2026-11-23', organisation: { ...organisation, kind: 'department' }, total: 1 },
    ...{ grantable: ['member', 'manager', 'handler'], posts: [held] },
  });
  server.answer(listPostDuties, {
    post: { id: id(11), name: '演示-甲', role: 'handler', ...since },
    matters: [1, 2, 3].map((n) => ({
      id: id(100 + n),
      number: String(n),
      title: `事项${n}`,
      part: 'owner' as const,
      others: n === 2 ? [id(13)] : [],
    })),
    candidates: [{ postId: id(13), name: '演示-丙', role: 'handler', to: null }],
    roles: ['manager'],
  });
  return server;
}

/** As the page of the organisation places it. */
function Tab({ organisationId }: { organisationId: string }) {
  return useSeesPeople(organisationId) && <OrganisationPeople organisationId={organisationId} />;
}

describe('people and posts', () => {
  it('say of a post who holds it, since when, and what hangs on it', async () => {
    serve();
    await renderScreen(<Tab organisationId={organisation.id} />);
    const row = (await screen.findByText('演示-甲')).closest('tr');
    expect(row?.textContent).toContain('138****0001 · 全市共 2 个岗位');
    expect(row?.textContent).toContain('自 2026年1月1日 起');
    expect(row?.textContent).toContain('负责 3 件');
  });

  it('are absent for somebody of another organisation', async () => {
    const server = serve();
    await renderScreen(<Tab organisationId={id(99)} />);
    await waitFor(() => expect(server.questions(getSession)).toHaveLength(1));
    expect(server.questions(listPeople)).toHaveLength(0);
    expect(screen.queryByText('人员与岗位')).toBeNull();
  });

  it('show the matters in the way before a post ends, and the refusal in place', async () => {
    const server = serve();
    const message = '演示-甲还负责 3 件事项，请先指定接手人';
    server.refuse(endPost, 409, { code: 'directory.matters-without-successor', message });
    await renderScreen(<OrganisationPeople organisationId={organisation.id} />);
    fireEvent.click(await screen.findByRole('button', { name: '结束岗位' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(message)).toBeTruthy();
    for (const title of ['1 事项1（负责人）', '2 事项2（负责人）', '3 事项3（负责人）'])
      expect(within(dialog).getByText(title)).toBeTruthy();
    fireEvent.click(within(dialog).getByRole('button', { name: '结束岗位' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain(message);
    expect(server.questions(endPost)[0]?.body).toMatchObject({ successors: { each: [] } });
  });
});

describe('whoever takes over a matter of which it is the other of owner and deputy', () => {
  it('is told before the post ends which matter is left without a deputy, and no longer once another takes that one', async () => {
    const server = serve();
    server.answer(listPostDuties, {
      post: { id: id(11), name: '演示-甲', role: 'handler', ...since },
      matters: [1, 2].map((n) => ({
        ...{ id: id(100 + n), number: String(n), title: `事项${n}`, part: 'owner' as const },
        others: n === 2 ? [id(13)] : [],
      })),
      candidates: [13, 14].map((n) => ({ postId: id(n), name: `演示-接${n}`, role: 'handler' as const, to: null })),
      roles: ['manager'],
    });
    await renderScreen(<OrganisationPeople organisationId={organisation.id} />);
    fireEvent.click(await screen.findByRole('button', { name: '结束岗位' }));
    const dialog = await screen.findByRole('dialog');
    const choose = async (label: string, place: number) => {
      fireEvent.mouseDown(within(dialog).getByLabelText(label));
      const options = await screen.findAllByTitle(/演示-接13/);
      fireEvent.click(options[place] ?? options[0] ?? dialog);
    };
    await within(dialog).findByLabelText('全部交给');
    expect(within(dialog).queryByText(/移交后没有 B 角/)).toBeNull();
    await choose('全部交给', 0);
    const warning = (await within(dialog).findByText(/移交后没有 B 角/)).parentElement;
    expect(warning?.textContent).toContain('2 事项2');
    expect(warning?.textContent).not.toContain('1 事项1');
    fireEvent.mouseDown(within(dialog).getByLabelText('选择接手人 事项2'));
    const others = await screen.findAllByTitle(/演示-接14/);
    fireEvent.click(others.at(-1) ?? dialog);
    await waitFor(() => expect(within(dialog).queryByText(/移交后没有 B 角/)).toBeNull());
  });
});

describe('my matters', () => {
  it('say what will stand here while there is none, and how to record a leave', async () => {
    const server = startFakeServer();
    server.answer(listMyDuties, { today: '2026-11-23', leave: null, matters: [] });
    const post = { id: id(21), organisation, role: 'handler' as const };
    server.answer(listMyLeaves, { today: '2026-11-23', post, leaves: [], covering: [], colleagues: [] });
    await renderScreen(<MyDuties />, '/duties/mine', 'handler');
    expect(await screen.findByText(/今天没有由您负责的事项/)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '登记请假' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '登记请假' }));
    expect(await within(dialog).findByText('请选择开始和返岗日期')).toBeTruthy();
  });

  it('offer another try when the server does not answer', async () => {
    const server = startFakeServer();
    server.fail(listMyDuties).fail(listMyLeaves);
    await renderScreen(<MyDuties />, '/duties/mine', 'handler');
    expect((await screen.findAllByRole('button', { name: '重试' }, { timeout: 5_000 })).length).toBeGreaterThan(0);
  });
});
