import type { PermissionRow } from './permission-row.ts';

/** Write answers for their body. */
const writers = ['handler', 'manager', 'operator', 'chief-office', 'investment-officer', 'emergency-desk'] as const;
/** Answer for what their body says in public. */
const heads = ['manager', 'operator'] as const;

/** What bodies have answered before: articles for firms, templates for themselves; and the terms their clocks go by. */
export const knowledgePermissions = {
  'article.list': {
    ...{ kind: 'article', verb: 'see', zh: '查看本单位的知识条目', en: 'See the articles of one’s body' },
    by: { own: writers, bureau: ['operator'] },
  },
  'article.write': {
    ...{ kind: 'article', verb: 'change', zh: '起草、修改知识条目', en: 'Draft and change articles' },
    by: { own: writers },
  },
  'article.publish': {
    ...{ kind: 'article', verb: 'change', zh: '发布、撤下知识条目', en: 'Publish articles and take them back' },
    by: { own: heads },
  },
  'case-template.see': {
    ...{ kind: 'case', verb: 'see', zh: '查看本单位答复模板', en: 'See the answer templates of one’s body' },
    by: { own: writers },
  },
  'case-template.change': {
    ...{ kind: 'case', verb: 'change', zh: '增改本单位答复模板', en: 'Add and change answer templates of one’s body' },
    by: { own: heads },
  },
  'case-terms.see': {
    ...{ kind: 'case', verb: 'see', zh: '查看时限规则', en: 'See the terms of the clocks' },
    by: { bureau: ['operator'] },
  },
  'case-terms.change': {
    ...{ kind: 'case', verb: 'change', zh: '修改时限规则', en: 'Change the terms of the clocks' },
    by: { bureau: ['operator'] },
  },
} as const satisfies Record<string, PermissionRow>;
