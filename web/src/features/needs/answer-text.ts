import { defineText } from '#platform/text';

export const answerText = defineText({
  slice: 'answer',
  zh: {
    title: '已有的答案',
    'kind.article': '知识库',
    'kind.policy': '政策',
    'kind.own-case': '您的办件',
    from: '{source}，{at}',
    basis: '依据：{basis}',
    openIt: '打开它',
    thisIsIt: '这就是答案',
    consent: '按“这就是答案”，计入即时答复：只记本企业认可了哪一条，不记您写的内容，不生成办件。',
    noneFits: '都不是，继续提交',
    noneFitted_other: '看过 {count} 条已有答案，都不合适。写完即可提交',
    lookAgain: '再看看',
    done: '已得到答案：“{title}”（{body}）。没有生成办件，草稿已清除。',
    another: '再问一件',
  },
  en: {
    title: 'Answers that exist already',
    'kind.article': 'Knowledge base',
    'kind.policy': 'Policy',
    'kind.own-case': 'Your earlier case',
    from: '{source}, {at}',
    basis: 'Based on: {basis}',
    openIt: 'Open it',
    thisIsIt: 'This answers it',
    consent:
      '“This answers it” is counted as answered at once: only your firm and the answer are noted, not your words, and no case is made.',
    noneFits: 'None does, send on',
    noneFitted_one: '{count} answer was looked at and does not fit. Send it when you are ready',
    noneFitted_other: '{count} answers were looked at and none fits. Send it when you are ready',
    lookAgain: 'Look again',
    done: 'Answered: “{title}” ({body}). No case was made, and the draft is gone.',
    another: 'Ask something else',
  },
});
