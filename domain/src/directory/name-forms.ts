import { slipAt } from './name-likeness.ts';

/** 组织形式. `company` is 公司 without saying which; `none` when the name was written without its form. */
export type LegalForm = 'limited' | 'stock' | 'company' | 'partnership' | 'cooperative' | 'sole' | 'none';

// Longest first: the first that fits the end of the name is its form.
const endings: readonly (readonly [string, LegalForm])[] = [
  ['股份有限责任公司', 'stock'],
  ['股份有限公司', 'stock'],
  ['有限责任公司', 'limited'],
  ['责任有限公司', 'limited'],
  ['农民专业合作社', 'cooperative'],
  ['股份有限公', 'stock'],
  ['股份有限', 'stock'],
  ['有限责任', 'limited'],
  ['股份公司', 'stock'],
  ['有限公司', 'limited'],
  ['专业合作社', 'cooperative'],
  ['个人独资企业', 'sole'],
  ['个体工商户', 'sole'],
  ['有限合伙', 'partnership'],
  ['普通合伙', 'partnership'],
  ['合伙企业', 'partnership'],
  ['有限公', 'limited'],
  ['合作社', 'cooperative'],
  ['总公司', 'company'],
  ['公司', 'company'],
  ['股份', 'stock'],
  ['有限', 'limited'],
];

export interface SplitForm {
  readonly stem: string;
  readonly form: LegalForm;
  /** written out: 股份有限公司, or cut short by a narrow column, not 股份 or 公司 alone */
  readonly full: boolean;
}

const shortEndings = new Set(['股份', '有限', '公司', '总公司']);

export function splitForm(name: string): SplitForm {
  const misspelt = splitMisspelt(name);
  if (misspelt !== undefined) return misspelt;
  for (const [ending, form] of endings) {
    // A form alone is no name: 股份有限公司 without anything before it stays as it is.
    if (name.length > ending.length + 1 && name.endsWith(ending)) {
      return { stem: name.slice(0, -ending.length), form, full: !shortEndings.has(ending) };
    }
  }
  return { stem: name, form: 'none', full: false };
}

const longForms: readonly (readonly [string, LegalForm])[] = [
  ['股份有限公司', 'stock'],
  ['有限责任公司', 'limited'],
  ['有限公司', 'limited'],
];

/** Words of their own that are one slip from a form: 控股有限公司, 有色公司. */
const noSlip = /(?:股有限公司|[国所私]有公司|[^有]限公司|有[^限线现陷根]公司)$/;

/** Nobody registers 有限公可 or 股份份有限公司: what is one slip from a long form is that form. */
function splitMisspelt(name: string): SplitForm | undefined {
  for (const [ending, form] of longForms) {
    if (name.endsWith(ending)) return undefined;
    for (const length of [ending.length + 1, ending.length, ending.length - 1]) {
      const tail = name.slice(-length);
      const whole = name.length > length + 1 && (length >= 5 || !noSlip.test(name));
      if (!whole || slipAt(tail, ending) === undefined || (length > ending.length && !isDoubled(tail))) continue;
      if (!tail.endsWith('股有限公司')) return { stem: name.slice(0, -length), form, full: true };
    }
  }
  return undefined;
}

function isDoubled(text: string): boolean {
  return [...text].some((character, at) => character === text[at + 1]);
}

const branchWords =
  '分公司|(?<!电)子公司|分厂|分店|分行|支行|分理处|分院|分校|校区|分局|分所|分社|分部|营业部|经营部|门市部|事业部|项目部|办事处|代表处|联络处|车间|门店|专卖店|仓库';
const branchBehindCompany = new RegExp(`^(.{2,}?(?:公司|合作社))(.{0,12}?(?:${branchWords}))$`);
const branchBehindBody = new RegExp(`^(.{2,}?(?:集团|银行|大学|学院|医院|厂))(.{0,12}?(?:${branchWords}))$`);
const branchAlone = new RegExp(`^(.{2,}?)((?:第?[一二三四五六七八九十0-9]{1,3}|[东南西北]|新|老)?(?:${branchWords}))$`);

/** 分公司, 分厂, 支行 … belong to a body but are not it (公司法: a branch has a code of its own). */
export function splitBranch(name: string): { readonly head: string; readonly branch: string } {
  const found = branchBehindCompany.exec(name) ?? branchBehindBody.exec(name) ?? branchAlone.exec(name);
  const branch = (found?.[2] ?? '').replace(/[市县区](?=分|支|办|代|营|经)/, '');
  return { head: found?.[1] ?? name, branch: plainNumbers(branch) };
}

const digits = '零一二三四五六七八九';

/** 第一分厂, 一分厂 and 1分厂 are written for the same. Up to 十九; more branches are rare and then compare as written. */
export function plainNumbers(text: string): string {
  return text
    .replace(/第(?=[一二三四五六七八九十0-9])/g, '')
    .replace(/十([一二三四五六七八九])?/g, (_, unit?: string) => String(10 + (unit ? digits.indexOf(unit) : 0)))
    .replace(/[一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)));
}

const ordinal =
  /第[一二三四五六七八九十0-9]+|[一二三四五六七八九十0-9]+(?=(?:分?厂|公司|车间|分店|店|号|院|队|期|部|所|矿|库|中学|小学|医院|分))/g;

/** Numbers that tell sisters apart: 纺织一厂 and 纺织二厂. A number inside a brand (三一, 九州通) is not one. */
export function ordinalsOf(name: string): string {
  return (name.match(ordinal) ?? []).map(plainNumbers).join(',');
}
