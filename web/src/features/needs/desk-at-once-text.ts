import { defineText } from '#platform/text';

export const deskAtOnceText = defineText({
  slice: 'deskAtOnce',
  zh: {
    title: '即时答复',
    share: '近 {days} 天，{all} 件里有 {accepted} 件企业提交前就得到答案，占 {percent} %。',
    few: '近 {days} 天，{accepted}/{all} 件企业提交前就得到答案。',
    none: '近 {days} 天还没有企业提交需求，也没有即时答复。',
    peer: '不含配套需求和已撤回的。江苏“一企来”公布的即时答复占比为 60 %。',
    which: '由哪些答案',
    times: '{count} 次',
  },
  en: {
    title: 'Answered at once',
    share: 'In {days} days {accepted} of {all} firms found their answer before sending anything: {percent} %.',
    few: 'In {days} days {accepted} of {all} found their answer before sending anything.',
    none: 'In {days} days nothing was sent and nothing answered at once.',
    peer: 'Without sourcing and what was withdrawn. Jiangsu’s desk for firms reports 60 % answered at once.',
    which: 'By which answers',
    times: '{count}×',
  },
});
