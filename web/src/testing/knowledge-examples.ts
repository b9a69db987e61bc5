import type { ArticleDetail } from '@zhitong/contract/needs/article-contract';
import type { CaseTemplate } from '@zhitong/contract/needs/case-template-contract';
import { caseIds } from './case-examples.ts';

export const articleShown: ArticleDetail = {
  ...{ id: caseIds.other, question: '员工宿舍用电能不能按居民价计费？', list: 'problem', version: 2 },
  matter: { id: caseIds.matter, number: '28', title: '电价政策' },
  ...{
    body: { id: caseIds.body, name: '威海市发展和改革委员会' },
    state: 'waiting',
    validFrom: '2026-01-01',
    validTo: null,
  },
  ...{ touchedAt: '2026-11-23T09:00:00+08:00', by: '演示-乙', demo: true, accepted: 7 },
  ...{ answer: '可以，请打 13800001111。', source: '供电营业规则', caseId: null, publishedVersion: 1, own: true },
  findings: [{ kind: 'phone', said: '13800001111' }],
  versions: [
    {
      ...{ version: 2, by: '演示-乙', at: '2026-11-23T09:00:00+08:00', question: '员工宿舍用电能不能按居民价计费？' },
      ...{ answer: '可以，请打 13800001111。', validFrom: '2026-01-01', validTo: null, source: '供电营业规则' },
    },
    {
      ...{ version: 1, by: '演示-乙', at: '2026-10-23T09:00:00+08:00', question: '宿舍用电怎么计价？' },
      ...{ answer: '按居民价。', validFrom: '2026-01-01', validTo: '2027-01-01', source: '供电营业规则' },
    },
  ],
};

export const templateShown: CaseTemplate = {
  ...{ id: caseIds.other, title: '材料清单', text: '{企业名称}：{事项}可以办理，{办结期限}前答复。' },
  ...{ dutyId: null, list: null, matter: null, version: 1, by: '演示-丙', at: '2026-11-01T09:00:00+08:00', demo: true },
};
