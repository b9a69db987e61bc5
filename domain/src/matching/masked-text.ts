/**
 * A pasted paragraph often names what the buyer would pay, and ends with a person and a telephone number. The composer promises
 * that prices and contacts are not made public, so what a supplier reads carries marks instead: contacts open when both sides
 * agree, the buyer's price never does.
 */
export function withoutSecrets(text: string): string {
  return text.replace(contact, '［联系方式：双方同意后显示］').replace(price, '［价格：买方不公开］');
}

// mobile and landline numbers (also grouped or full-width), e-mail addresses, and what follows 微信 or QQ
const contact =
  /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)|(?<!\d)0\d{2,3}[-\s]?\d{7,8}(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:微信号?|QQ号?|wechat)\s*[:：]?\s*[A-Za-z0-9_-]{5,20}/giu;

// an amount of money: 35元/件, 18块, 2.1 万元每吨, ￥35, RMB 35
const price =
  /(?:[¥￥]|RMB|CNY)\s?\d[\d,.]{0,20}\s?(?:万|亿)?|(?<![\d.,])\d[\d,.]{0,20}\s?(?:千|万|百万|千万|亿)?\s?(?:元(?!乙丙|素|件|宝|器)|块钱?(?!布|料|板))(?:\s?(?:[/／]|每)\s?[\p{Script=Han}a-z²³]{1,4}?(?=[，,。；;、\s以]|$))?/giu;
