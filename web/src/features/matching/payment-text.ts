import { defineText } from '#platform/text';

export const paymentText = defineText({
  slice: 'payment',
  zh: {
    title: '付款',
    rule: '一方登记，另一方确认后才算数。只有您授权的银行能看到，每次授权只能看一次。',
    none: '还没有登记付款',
    waits: '待对方确认',
    both: '双方已确认',
    confirm: '确认收付',
    note: '登记付款',
    noted: '已登记，等对方确认',
    delivery: '哪次交货',
    amount: '付款金额（元）',
    paidOn: '付款日期',
  },
  en: {
    title: 'Payments',
    rule: 'Noted by one side, it counts when the other confirms. Only a bank you permit sees it, once each time.',
    none: 'No payment noted yet',
    waits: 'waits for the other side',
    both: 'confirmed by both sides',
    confirm: 'Confirm',
    note: 'Note a payment',
    noted: 'Noted; the other side confirms it',
    delivery: 'For which delivery',
    amount: 'Amount paid (¥)',
    paidOn: 'Paid on',
  },
});
