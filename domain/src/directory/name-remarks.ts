const leading: readonly RegExp[] = [
  /^[★☆●◆■※*\s]+/,
  // 12、 and (12) number a list; 360 and 58 are names.
  /^(?:\(\d{1,4}\)|\d{1,4}[、.)])\s*(?=[\u4e00-\u9fff])/,
  /^(?:(?:企业|单位|公司|机构)?(?:名称|全称)|(?:申报|参展|填报)?(?:企业|单位|公司))\s*:\s*/,
];

const trailing: readonly RegExp[] = [
  /\((?:公章|盖章|签章|存续|在营|开业)\)\s*$/,
  /(?<=公司|合作社)\s*(?:[-—–]{1,2}).*$/,
  /(?<=公司|合作社)等\s*\d+\s*[家个户].*$/,
  /(?<=公司|合作社)\s*\(?[a-z][a-z\s.,&'-]*\)?\s*$/i,
];

/** 工行威海分行: banks are written by their nicknames more often than by their names. */
const nicknames: readonly (readonly [RegExp, string])[] = [
  [/^工行/, '中国工商银行'],
  [/^农行/, '中国农业银行'],
  [/^中行/, '中国银行'],
  [/^建行/, '中国建设银行'],
  [/^交行/, '交通银行'],
  [/^招行/, '招商银行'],
  [/^邮储银行/, '中国邮政储蓄银行'],
];

/** What stands around a name in a list and is no part of it: its number, the heading, its English, the person to ask. Cost: linear. */
export function withoutRemarks(name: string): string {
  const plain = name.replace(/[《》]/g, '').trim();
  const bare = [...leading, ...trailing].reduce((text, remark) => text.replace(remark, ''), plain);
  return /^.行|^邮储/.test(bare)
    ? nicknames.reduce((text, [nickname, name]) => text.replace(nickname, name), bare)
    : bare;
}
