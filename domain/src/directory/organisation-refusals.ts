import type { RefusalRow } from '../refusal.ts';

/** Why an organisation cannot be entered or changed. Names and days in the sentences are as registered. */
export const organisationRefusals = {
  'organisations.name-missing': {
    status: 422,
    zh: '请填写主体全称，至少 2 个字',
    en: 'Give the full name, two characters or more',
  },
  'organisations.looks-like': {
    status: 409,
    zh: '库里已有很可能是同一家的：{names}。请打开核对；如不是同一家，请说明后再保存',
    en: 'The directory has what is most probably the same: {names}. Open and compare; if it is another one, say so and save again',
  },
  'organisations.credit-code': { status: 422, zh: '{zh}', en: '{en}' },
  'organisations.credit-code-taken': {
    status: 409,
    zh: '统一社会信用代码 {code} 已登记给“{name}”。请直接打开它；如果不是同一家，请核对代码',
    en: 'The credit code {code} is registered for “{name}”. Open that one, or check the code if it is another firm',
  },
  'organisations.credit-code-elsewhere': {
    status: 409,
    zh: '统一社会信用代码 {code} 已在外市登记。请核对代码，或联系市工信局',
    en: 'The credit code {code} is registered in another city. Check the code, or ask the bureau',
  },
  'organisations.bureau-only': {
    status: 403,
    zh: '类别、上级和统一社会信用代码只能由市工信局修改。请联系工信局',
    en: 'Kind, parent and credit code are changed by the bureau only. Please ask the bureau',
  },
  'organisations.enterprise-only': {
    status: 403,
    zh: '企业人员只能登记企业；部门、银行、高校、中心和联盟由市工信局登记',
    en: 'Firms enter enterprises only; the bureau enters departments, banks, universities, centres and alliances',
  },
  'organisations.too-many-today': {
    status: 429,
    zh: '24 小时内最多登记 {most} 家新企业。请明天再登记，或请市工信局批量导入',
    en: 'At most {most} new organisations in 24 hours. Continue tomorrow, or ask the bureau to import them',
  },
  'organisations.no-parent': {
    status: 422,
    zh: '本市没有这个上级主体，请重新选择',
    en: 'There is no such parent in this city. Please choose again',
  },
  'organisations.cycle': {
    status: 409,
    zh: '“{path}”构成循环，未保存',
    en: '“{path}” is a circle; nothing was saved',
  },
  'organisations.region-unknown': {
    status: 422,
    zh: '没有区划代码 {code}，请重新选择',
    en: 'There is no region {code}. Please choose again',
  },
  'organisations.industry-unknown': {
    status: 422,
    zh: '“{code}”不是国民经济行业分类（GB/T 4754-2017）的代码。如：C27，或四位数 2770',
    en: '“{code}” is no code of GB/T 4754-2017. Examples: C27, or four digits such as 2770',
  },
  'organisations.future-date': {
    status: 422,
    zh: '日期 {date} 还没到。请填写今天或以前的日期',
    en: 'The date {date} is yet to come. Give today or an earlier day',
  },
  'organisations.overlap': {
    status: 409,
    zh: '自 {since} 起已登记为“{name}”，与您填的日期重叠。请填写之后的日期，或作为曾用名补登更早的时段',
    en: 'Registered as “{name}” since {since}, which overlaps your dates. Give a later day, or add an earlier period as a former name',
  },
  'organisations.period-empty': {
    status: 422,
    zh: '结束日期要晚于开始日期',
    en: 'The end must be later than the beginning',
  },
  'organisations.changed-meanwhile': {
    status: 409,
    zh: '{person} {minutes} 分钟前已修改。您填的内容还在，请对照最新内容后再保存',
    en: '{person} changed it {minutes} min ago. What you typed is kept; compare with the latest and save again',
  },
  'organisations.nothing-changed': {
    status: 422,
    zh: '没有改动，无需保存',
    en: 'Nothing was changed',
  },
  'organisations.verified-source': {
    status: 422,
    zh: '标为“已核实”要写明来源，如营业执照、实地走访',
    en: 'What is marked verified names its source, such as a licence or a visit',
  },
  'organisations.certificate-dates': {
    status: 422,
    zh: '证书“{name}”的有效期结束早于开始，请核对',
    en: 'The certificate “{name}” ends before it begins. Please check',
  },
  'organisations.holding-name': {
    status: 422,
    zh: '请填写名称',
    en: 'Give the name',
  },
  'organisations.holding-twice': {
    status: 409,
    zh: '“{name}”已经登记过。如有变化，请修改原来那一条',
    en: '“{name}” is registered already. If it changed, change that entry',
  },
  'organisations.too-many': {
    status: 422,
    zh: '最多登记 {count} 条。请先结束不再有效的',
    en: 'At most {count} entries. End those that no longer hold first',
  },
  'organisations.former-name-present': {
    status: 422,
    zh: '“{name}”是现在的名称。曾用名请填写以前的名称',
    en: '“{name}” is the present name. A former name is another one',
  },
  'organisations.former-name-kept': {
    status: 409,
    zh: '这一段是改名留下的记录，不能删除。如有错误，请提出异议',
    en: 'This stretch was left by a change of the name and stays. If it is wrong, dispute it',
  },
  'alliances.ended-already': {
    status: 409,
    zh: '这段成员关系到 {date} 已经结束，只能改得更早',
    en: 'This membership ends on {date} already; it can only end earlier',
  },
  'alliances.only': {
    status: 422,
    zh: '只有联盟可以登记成员',
    en: 'Only an alliance has members',
  },
  'alliances.no-member': {
    status: 422,
    zh: '本市没有这家成员单位，请重新选择',
    en: 'There is no such member in this city. Please choose again',
  },
  'alliances.own-member': { status: 422, zh: '联盟不能是自己的成员', en: 'An alliance is not a member of itself' },
  'alliances.twice': {
    status: 409,
    zh: '“{name}”在同一时段登记了两次，请合并成一行或错开日期',
    en: '“{name}” stands there twice on the same days. Join the rows or part the dates',
  },
  'alliances.period-empty': {
    status: 422,
    zh: '“{name}”的退出日期要晚于加入日期',
    en: '“{name}” leaves before it joins. Please check the dates',
  },
  'alliances.above-whole': {
    status: 422,
    zh: '{day} 起份额合计 {sum}%，超过 100%。请核对各成员份额',
    en: 'From {day} the shares add up to {sum} %, above 100 %. Please check them',
  },
} as const satisfies Record<string, RefusalRow>;

export type OrganisationRefusal = keyof typeof organisationRefusals;
