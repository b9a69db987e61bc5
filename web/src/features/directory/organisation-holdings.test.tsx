import { fireEvent, screen, waitFor } from '@testing-library/react';
import { getOrganisation, type Organisation } from '@zhitong/contract/directory/organisation-contract';
import {
  addCapability,
  addFormerName,
  changeMembership,
  endCertificate,
} from '@zhitong/contract/directory/organisation-holding-contract';
import { getOrganisationHistory } from '@zhitong/contract/directory/organisation-tree-contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../../testing/examples.ts';
import { startFakeServer } from '../../testing/fake-server.ts';
import { renderScreen } from '../../testing/render-screen.tsx';
import { OrganisationHistoryTab } from './organisation-history.tsx';
import { OrganisationCertificates, OrganisationHoldings } from './organisation-holdings.tsx';

// the forms are fetched when first asked for
beforeAll(() =>
  Promise.all([import('./capability-dialog.tsx'), import('./ending-dialog.tsx'), import('./member-dialog.tsx')]),
);

const origin = { source: '企业自报', asOf: '2026-11-01', level: 'self-declared' as const };
const firm: Organisation = {
  ...{ id: ids.buyer, kind: 'enterprise', name: '威海康护医疗器械有限公司（演示）', shortName: null, nameEn: null },
  ...{ creditCode: null, code: null, parent: null, city: { code: '371000', name: '威海市' }, region: null },
  ...{ registeredAddress: null, workingAddress: null, duty: null, demo: true, version: 4, industry: null, size: null },
  ...{ registeredOnly: false, since: null, children: 0, origins: [], offers: [], offerCount: 0, ...origin },
  record: { deliveries: 0, onTime: 0 },
  capabilities: [{ id: ids.need, kind: 'machine', name: '口罩机', detail: '12 台', ...origin }],
  ownCertificates: [
    {
      ...{ id: ids.supplier, name: 'ISO 13485', number: '演示-1', issuer: null, validFrom: null },
      ...{ validUntil: '2028-05-01', ...origin },
    },
  ],
  memberships: [],
};
const editor = { id: firm.id, version: 4, bureau: false };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

describe('what an organisation has', () => {
  it('is read by everybody, and has no buttons for who may not write', async () => {
    startFakeServer();
    await renderScreen(<OrganisationHoldings organisation={firm} editor={undefined} />, '/organisations/1');
    expect(await screen.findByText('口罩机 · 12 台')).toBeTruthy();
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('is entered by a form that says what is missing before anything is sent', async () => {
    const server = startFakeServer().answer(addCapability, { version: 5 });
    await renderScreen(<OrganisationHoldings organisation={firm} editor={editor} />, '/organisations/1');
    press('登记能力');
    fireEvent.click(await screen.findByRole('button', { name: /保\s?存/ }));
    expect(await screen.findByText('请填写名称')).toBeTruthy();
    expect(server.questions(addCapability)).toHaveLength(0);
    type('名称', '熔喷生产线');
    type('数量或说明', '2 条');
    press(/保\s?存/);
    await waitFor(() => expect(server.questions(addCapability)).toHaveLength(1));
    expect(server.questions(addCapability)[0]?.body).toMatchObject({
      ...{ version: 4, kind: 'machine', name: '熔喷生产线', detail: '2 条' },
    });
  });

  it('keeps what was typed when somebody else was first, with the sentence of the server', async () => {
    startFakeServer().refuse(endCertificate, 409, {
      code: 'organisations.changed-meanwhile',
      message: '演示-甲 1 分钟前已修改',
    });
    await renderScreen(<OrganisationCertificates rows={firm.ownCertificates} editor={editor} />, '/organisations/1');
    press('结束 ISO 13485');
    await screen.findByText('从本页移除；沿革里仍能查到。');
    type('原因', '换证');
    press(/^结\s?束$/);
    expect(await screen.findByText('演示-甲 1 分钟前已修改')).toBeTruthy();
    expect(screen.getByDisplayValue('换证')).toBeTruthy();
  });

  it('of an alliance are its members: a share above the whole is not sent', async () => {
    const server = startFakeServer().answer(changeMembership, { version: 5 });
    const member = { id: ids.need, role: 'has' as const, other: { id: ids.supplier, name: '甲厂' }, ...origin };
    const memberships = [{ ...member, share: 3_334, from: '2026-01-01', to: null }];
    const alliance: Organisation = { ...firm, kind: 'alliance', memberships };
    await renderScreen(<OrganisationHoldings organisation={alliance} editor={editor} />, '/organisations/1');
    expect(await screen.findByText('已知份额合计 33.34 %')).toBeTruthy();
    press('修改 甲厂');
    await screen.findByDisplayValue('33.34');
    type('份额（%）', '100.5');
    press(/保\s?存/);
    expect(await screen.findByText('份额要在 0 到 100 之间，最多两位小数')).toBeTruthy();
    type('份额（%）', '40');
    press(/保\s?存/);
    await waitFor(() => expect(server.questions(changeMembership)[0]?.body).toMatchObject({ share: 4_000 }));
  });
});

describe('the history', () => {
  it('tells in words what was entered and ended, and takes a former name by a form', async () => {
    const line = { at: '2026-11-20T09:00:00+08:00', person: '演示-甲', why: null, ...origin };
    const server = startFakeServer()
      .answer(addFormerName, { version: 5 })
      .answer(getOrganisation, firm)
      .answer(getOrganisationHistory, {
        states: [{ from: null, to: null, name: firm.name, parent: null, by: null, byHand: false }],
        total: 2,
        changes: [
          { ...line, field: 'capability', before: { kind: 'machine', name: '口罩机', detail: '12 台' }, after: null },
          {
            ...line,
            at: '2026-11-19T09:00:00+08:00',
            field: 'member',
            before: null,
            after: { name: '甲厂', share: 500 },
          },
        ],
      });
    await renderScreen(<OrganisationHistoryTab id={firm.id} editor={editor} />, '/organisations/1?tab=history');
    expect(await screen.findByText('结束能力：设备 · 口罩机 · 12 台')).toBeTruthy();
    expect(screen.getByText('登记联盟成员：甲厂 · 份额 5 %')).toBeTruthy();
    press('补登曾用名');
    await screen.findByText('按曾用名也能搜索到它。');
    type('曾用名', '康护卫材厂');
    press(/保\s?存/);
    expect(await screen.findByText('请选择日期')).toBeTruthy();
    expect(server.questions(addFormerName)).toHaveLength(0);
  });
});
