import { fireEvent, screen, within } from '@testing-library/react';
import { listPeople } from '@zhitong/contract/directory/person-contract';
import {
  addNoticeChannel,
  listNoticeChannels,
  type NoticeChannel,
  testNoticeChannel,
} from '@zhitong/contract/needs/notice-channel-contract';
import { expect, it, vi } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { NoticeChannels } from './notice-channels.tsx';

const own = { id: ids.need, name: '威海康护医疗器械有限公司（演示）' };
const channel: NoticeChannel = {
  ...{ id: ids.deal, kind: 'dingtalk', name: '企业服务科群', organisation: own, person: null, language: 'zh' },
  ...{ address: 'https://oapi.dingtalk.com/robot/send', keyed: true, quiet: { from: 1320, to: 420 } },
  ...{ digestMinutes: 5, enabled: true, waiting: 2 },
  last: { outcome: 'fault', fault: 'signature', at: '2026-11-23T06:02:00Z', nextAt: null },
};

it('says in words what became of the last message, and what waits', async () => {
  startFakeServer().answer(listNoticeChannels, { channels: [channel], mail: false });
  await renderScreen(<NoticeChannels own={own} />);
  expect(await screen.findByText('签名不对，请核对密钥')).toBeTruthy();
  expect(screen.getByText('2 件')).toBeTruthy();
  expect(screen.getByText(/22:00–07:00 免打扰/)).toBeTruthy();
});

it('says why a test message cannot go out now', async () => {
  const message = '这个机器人一分钟内已发满 20 条，请 40 秒后再试';
  startFakeServer()
    .answer(listNoticeChannels, { channels: [channel], mail: false })
    .refuse(testNoticeChannel, 429, { code: 'notices.too-fast', message });
  await renderScreen(<NoticeChannels own={own} />);
  fireEvent.click(await screen.findByRole('button', { name: '发测试消息' }));
  expect(await screen.findByText(message)).toBeTruthy();
});

it('is set up for one person of the body when one is chosen', async () => {
  const person = { id: ids.deal, name: '演示-庚', posts: 1 };
  const post = { postId: ids.deal, person, role: 'handler', from: '2020-01-01', to: null, state: 'held' } as const;
  const posts = [{ ...post, ...{ owns: 1, deputises: 0, leaves: [], allowed: [] } }];
  const organisation = { ...own, kind: 'department' } as const;
  const server = startFakeServer()
    .answer(listNoticeChannels, { channels: [], mail: false })
    .answer(listPeople, { asOf: '2026-11-23', organisation, total: 1, grantable: [], posts })
    .answer(addNoticeChannel, { channel });
  await renderScreen(<NoticeChannels own={own} />);
  fireEvent.click(await screen.findByRole('button', { name: '添加渠道' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.mouseDown(dialog.getByLabelText('内容'));
  fireEvent.click(await screen.findByTitle('演示-庚'));
  fireEvent.change(dialog.getByLabelText('名称'), { target: { value: '庚的群' } });
  fireEvent.change(dialog.getByLabelText('地址'), { target: { value: 'https://oapi.dingtalk.com/robot/send' } });
  fireEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
  await vi.waitFor(() => expect(server.questions(addNoticeChannel)).toHaveLength(1));
  expect(server.questions(addNoticeChannel)[0]?.body).toMatchObject({ personId: person.id });
});

it('keeps what was typed when an address is refused, and offers e-mail only with a mail server', async () => {
  const message = '地址要以 https:// 开头';
  startFakeServer()
    .answer(listNoticeChannels, { channels: [], mail: false })
    .refuse(addNoticeChannel, 422, { code: 'notices.not-https', message });
  await renderScreen(<NoticeChannels own={own} />);
  await screen.findByText(/还没有通知渠道/);
  fireEvent.click(screen.getByRole('button', { name: '添加渠道' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.queryByText('电子邮件')).toBeNull();
  fireEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
  expect(dialog.getByText('请填写地址')).toBeTruthy();
  const [name, address] = [dialog.getByLabelText('名称'), dialog.getByLabelText<HTMLInputElement>('地址')];
  fireEvent.change(name, { target: { value: '群' } });
  fireEvent.change(address, { target: { value: 'http://example.com' } });
  fireEvent.click(dialog.getByRole('button', { name: /保\s*存/ }));
  expect(await dialog.findByText(message)).toBeTruthy();
  expect(address.value).toBe('http://example.com');
});
