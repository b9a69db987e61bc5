import { defineText } from '#platform/text';

export const fundingLapseText = defineText({
  slice: 'funding-lapse',
  zh: {
    'lapse.unanswered': '到期未答复',
    'lapse.expired': '报价已过期（{date}）',
    'askOn.unanswered': '应于 {time} 前答复。该行仍可答复。也可以再问别的银行，到期未答复的不占名额',
    'askOn.expired': '该行更新报价后可以接受。也可以再问别的银行，过期的不占名额',
    'wait.unanswered': '应于 {time} 前答复。该行仍可答复。请联系经办单位协调',
    'wait.expired': '该行更新报价后可以接受。请联系经办单位协调',
  },
  en: {
    'lapse.unanswered': 'No answer in time',
    'lapse.expired': 'Offer ran out ({date})',
    'askOn.unanswered':
      'Due by {time}. The bank may still answer. You may also ask other banks; one that did not answer in time takes no place',
    'askOn.expired':
      'You may accept once the bank renews its offer. You may also ask other banks; an offer that ran out takes no place',
    'wait.unanswered': 'Due by {time}. The bank may still answer. The body in charge can help',
    'wait.expired': 'You may accept once the bank renews its offer. The body in charge can help',
  },
});
