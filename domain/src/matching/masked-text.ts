/**
 * A pasted paragraph often ends with a name and a telephone number. Contact data opens only when both sides agree, so what a
 * supplier reads of it carries a mark instead.
 */
export function withoutContacts(text: string): string {
  return text.replace(contact, '［联系方式：双方同意后显示］');
}

// mobile and landline numbers (also grouped or full-width), e-mail addresses, and what follows 微信 or QQ
const contact =
  /(?<!\d)(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)|(?<!\d)0\d{2,3}[-\s]?\d{7,8}(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:微信号?|QQ号?|wechat)\s*[:：]?\s*[A-Za-z0-9_-]{5,20}/giu;
