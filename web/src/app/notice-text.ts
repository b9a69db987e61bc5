import { defineText } from '#platform/text';

export const noticeText = defineText({
  slice: 'notices',
  zh: {
    title: '通知',
    unread: '动态 {count}',
    read: '已读',
    markRead: '全部标为已读',
    empty: '没有新动态。有人报价、确认或答复，会立刻出现在这里',
    together: '同一件事 {count} 条',
  },
  en: {
    title: 'Notices',
    unread: 'News {count}',
    read: 'Read',
    markRead: 'Mark all as read',
    empty: 'Nothing new. Quotes, confirmations and answers appear here at once',
    together: '{count} on the same matter',
  },
});
