import { defineText } from '#platform/text';

/** What a firm wishes of a loan. */
export const loanText = defineText({
  slice: 'loan',
  zh: {
    wish: '读出的贷款意向',
    wishHint: '银行会按这几项报价，请核对；没写的可以空着',
    wishAmount: '想贷',
    wishTerm: '期限',
    wishRate: '最高年利率（%）',
    wishOpen: '未写明',
  },
  en: {
    wish: 'The loan as understood',
    wishHint: 'Banks make their offers on these; please check. What is open may stay empty',
    wishAmount: 'Wanted',
    wishTerm: 'Term',
    wishRate: 'Highest yearly rate (%)',
    wishOpen: 'Not said',
  },
});
