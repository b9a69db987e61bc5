import { defineText } from '#platform/text';

export const viewingText = defineText({
  slice: 'viewing',
  zh: {
    start: '以某人视角查看',
    startAs: '以{role}视角查看 · {organisation}',
    lead: '您将看到这个岗位的菜单、页面和按钮。只能看，不能操作；您自己的岗位看不到的内容不会显示。15 分钟后自动结束，开始和结束都记入审计。',
    purpose: '查看目的',
    purposeHint: '例如：企业说看不到商机，核对菜单',
    needPurpose: '请写明目的，至少 2 个字',
    sure: '开始查看',
  },
  en: {
    start: 'View as this person',
    startAs: 'View as {role} · {organisation}',
    lead: 'You will see the menu, pages and buttons of this post. You can only look; what your own post may not see is not shown. It ends by itself after 15 minutes, and its start and end stand in the audit trail.',
    purpose: 'Purpose',
    purposeHint: 'For instance: the firm does not see its opportunities; checking its menu',
    needPurpose: 'Please give the purpose, two characters at least',
    sure: 'Start viewing',
  },
});
