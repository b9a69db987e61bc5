import type { FindingText, ImportFaultCode } from './import-finding.ts';

/** What rows of people, offers and matters say against the library and against the rules of the single change. */
export const importPlacingTexts = {
  'library.body-missing': {
    title: { zh: '{heading} 没有填写', en: '{heading} is empty' },
    row: { zh: '请填写单位的全称或统一社会信用代码', en: 'Fill in the full name or credit code of the organisation' },
  },
  'library.body-unknown': {
    title: { zh: '{heading} 在库里查不到', en: '{heading} is not in the library' },
    row: {
      zh: '库里没有“{value}”。请核对全称，或先导入主体',
      en: 'The library has no “{value}”. Check the full name, or import the organisation first',
    },
  },
  'library.body-ambiguous': {
    title: { zh: '{heading} 有几家同名', en: '{heading} is the name of several' },
    row: {
      zh: '有 {count} 家叫“{value}”。请填统一社会信用代码',
      en: '{count} are called “{value}”. Fill in the credit code',
    },
  },
  'library.body-foreign': {
    title: { zh: '{heading} 不是本单位', en: '{heading} is not your own' },
    row: {
      zh: '您只能导入本单位的数据，“{value}”不是。请删去这一行',
      en: 'You may import for your own organisation only, and “{value}” is not. Remove the row',
    },
  },
  'library.day-past': {
    title: { zh: '{heading} 早于今天', en: '{heading} lies before today' },
    row: {
      zh: '{value} 早于今天（{today}），过去的记录不改写。请改为今天或以后',
      en: '{value} is before today ({today}); what was is not rewritten. Write today or later',
    },
  },
  'library.role-above': {
    title: { zh: '不能授予这个角色', en: 'This role is not yours to give' },
    row: {
      zh: '您不能授予“{role}”。平台运营只在工信局内，其余请由有权限的人办理',
      en: 'You may not give the role “{roleEn}”. Operators are given inside the bureau only; ask somebody who may',
    },
  },
  'library.role-not-here': {
    title: { zh: '这类单位没有这个角色', en: 'No such role in this kind of organisation' },
    row: {
      zh: '“{body}”这类单位没有“{role}”。请另选角色',
      en: 'There is no “{roleEn}” in an organisation like “{body}”. Choose another role',
    },
  },
  'library.post-to-oneself': {
    title: { zh: '给自己加岗位', en: 'A post for oneself' },
    row: {
      zh: '不能给自己加岗位。请由另一位有权限的人导入',
      en: 'Nobody gives a post to themselves. Somebody else who may must import it',
    },
  },
  'library.administrator-apart': {
    title: { zh: '三员不兼任业务岗位', en: 'An administrator takes no business post' },
    row: {
      zh: '“{value}”在这段时间是三员之一，不能再任业务岗位。请删去这一行，或换人',
      en: '“{value}” is one of the three administrators in these days and takes no other post. Remove the row or name somebody else',
    },
  },
  'library.phone-of-another': {
    title: { zh: '{heading} 登记在别人名下', en: '{heading} belongs to another name' },
    row: {
      zh: '手机号 {value} 登记在另一个姓名下。请核对姓名或号码',
      en: 'The number {value} belongs to another name. Check the name or the number',
    },
  },
  'library.phone-two-names': {
    title: { zh: '同一手机号有两个姓名', en: 'One number under two names' },
    row: {
      zh: '第 {line} 行的“{name}”也用 {value}。请核对',
      en: 'Row {line}, “{name}”, has {value} too. Please check',
    },
  },
  'library.person-there': {
    title: { zh: '本单位已有同名的人', en: 'Somebody of this name is there already' },
    row: {
      zh: '“{value}”已在{body}。同一个人或重名，都请填手机号以便认出',
      en: '“{value}” is in {body} already. Fill in the mobile number, for the same person or a namesake',
    },
  },
  'library.person-twice': {
    title: { zh: '同一单位同名的人写了两行', en: 'One name twice in one organisation' },
    row: {
      zh: '与第 {line} 行同单位同名。是两个人或两个岗位，都请填手机号',
      en: 'Row {line} has the same name in the same organisation. Fill in the mobile numbers',
    },
  },
  'library.post-held': {
    title: { zh: '已有这个岗位', en: 'The post is held already' },
    row: {
      zh: '{name}从 {from} 起已有这个岗位，不必再导入',
      en: '{name} holds this post since {from}; there is nothing to import',
    },
  },
  'library.post-twice': {
    title: { zh: '同一个岗位写了两行', en: 'One post in two rows' },
    row: {
      zh: '与第 {line} 行是{name}的同一个岗位。请只留一行',
      en: 'Row {line} is the same post of {name}. Keep one of them',
    },
  },
  'library.product-unknown': {
    title: { zh: '产品库里认不出', en: 'Not in the product graph' },
    row: {
      zh: '产品库里没有“{value}”，照常导入，按文字匹配。写常用名称更容易被找到',
      en: 'The product graph has no “{value}”; it is imported and matched by its words. A usual name is found more easily',
    },
  },
  'library.offer-changes': {
    title: { zh: '已有这个产品的供给，导入后更新', en: 'An offer of this product exists; the import changes it' },
    row: {
      zh: '“{value}”已发布，填了的内容会替换，空的不动',
      en: '“{value}” is published; filled cells replace what it says, empty ones leave it',
    },
  },
  'library.offer-same': {
    title: { zh: '已有完全相同的供给', en: 'The very same offer exists' },
    row: {
      zh: '“{value}”已发布，内容完全相同，不必再导入',
      en: '“{value}” is published and says the same; there is nothing to import',
    },
  },
  'library.offer-ambiguous': {
    title: { zh: '这个产品已有几条供给', en: 'Several offers of this product exist' },
    row: {
      zh: '企业已有几条“{value}”，不知道更新哪一条。请在“我的供给”里改',
      en: 'The firm has several offers of “{value}”. Change the right one by hand',
    },
  },
  'library.offer-twice': {
    title: { zh: '同一企业同一产品写了两行', en: 'One product of one firm in two rows' },
    row: {
      zh: '与第 {line} 行是同一企业的同一产品。请合成一行',
      en: 'Row {line} is the same product of the same firm. Make it one row',
    },
  },
  'library.number-taken': {
    title: { zh: '{heading} 已用', en: '{heading} is in use' },
    row: {
      zh: '编号 {value} 已用于“{title}”。要改那一项，请在职责清单里办理',
      en: 'The number {value} is that of “{title}”. Change that one in the duty table',
    },
  },
  'library.holder-unknown': {
    title: { zh: '{heading} 不在责任单位', en: '{heading} holds no post in the body' },
    row: {
      zh: '{body}在那一天没有“{value}”。请先导入人员和岗位，或更正姓名',
      en: 'On that day “{value}” holds no post in {body}. Import the post first, or correct the name',
    },
  },
  'library.holder-ambiguous': {
    title: { zh: '{heading} 有重名', en: '{heading} is the name of two' },
    row: {
      zh: '{body}有几位“{value}”。请在姓名后加手机号',
      en: '{body} has several called “{value}”. Add the mobile number behind the name',
    },
  },
  'library.holder-one-person': {
    title: { zh: '负责人和 B 角是同一个人', en: 'Owner and deputy are one person' },
    row: { zh: '负责人和 B 角不能是同一个人。请换一位', en: 'Owner and deputy cannot be one person. Name another' },
  },
  'library.holder-not-there': {
    title: { zh: '{heading} 的任期不够', en: '{heading} does not hold the post throughout' },
    row: {
      zh: '从 {day} 起负责人或 B 角不在岗，事项会没有人负责。请换没有期限的人',
      en: 'From {day} owner or deputy holds no post and the matter would be nobody’s. Name somebody without a last day',
    },
  },
  'library.nobody-there': {
    title: { zh: '{heading} 在请假，没有人顶替', en: '{heading} is on leave and nobody stands in' },
    row: {
      zh: '{day} 起负责人在请假，又没有在岗的代办人或 B 角。请填一位在岗的 B 角',
      en: 'From {day} the owner is away and nobody covers. Name a deputy who is there',
    },
  },
} as const satisfies Partial<Record<ImportFaultCode, FindingText>>;

/** What cells of people, offers and matters say for themselves. */
export const importRowTexts = {
  'mobile.unreadable': {
    title: { zh: '{heading} 不是手机号', en: '{heading} is no mobile number' },
    row: {
      zh: '“{value}”不是 11 位手机号。请更正',
      en: '“{value}” is no mobile number of 11 digits. Please correct it',
    },
  },
  'days.reversed': {
    title: { zh: '结束日期不晚于开始日期', en: 'The last day is not after the first' },
    row: { zh: '{to} 不晚于 {from}。请更正', en: '{to} is not after {from}. Please correct it' },
  },
  'capacity.half': {
    title: { zh: '产能、单位、周期没有填全', en: 'Capacity, unit and period are incomplete' },
    row: { zh: '产能、单位、周期要么都填，要么都不填', en: 'Fill in capacity, unit and period, or none of them' },
  },
  'capacity.too-large': {
    title: { zh: '{heading} 太大', en: '{heading} is too large' },
    row: { zh: '{value} 太大。请核对单位', en: '{value} is too large. Please check the unit' },
  },
  'limit.unreadable': {
    title: { zh: '{heading} 有读不懂的一项', en: '{heading} has an item that cannot be read' },
    row: {
      zh: '读不懂“{value}”。请写成“BFE ≥ 95 %”，各项用分号隔开',
      en: '“{value}” cannot be read. Write it like “BFE ≥ 95 %”, items separated by semicolons',
    },
  },
  'limit.reversed': {
    title: { zh: '{heading} 下限高于上限', en: '{heading}: the lower end is above the upper' },
    row: {
      zh: '“{value}”的下限高于上限。请更正',
      en: 'The lower end of “{value}” is above the upper. Please correct it',
    },
  },
  'certificate.unreadable': {
    title: { zh: '{heading} 有读不懂的一项', en: '{heading} has an item that cannot be read' },
    row: {
      zh: '读不懂“{value}”。请写成“ISO 13485（至 2027-12-31）”',
      en: '“{value}” cannot be read. Write it like “ISO 13485 (2027-12-31)”',
    },
  },
  'certificate.date': {
    title: { zh: '{heading} 的到期日不合理', en: 'A last day in {heading} is implausible' },
    row: {
      zh: '“{value}”的到期日不合理，多半是输错了。请核对',
      en: 'The last day of “{value}” is implausible, probably a slip. Please check',
    },
  },
  'words.too-many': {
    title: { zh: '{heading} 太多或太长', en: '{heading} are too many or too long' },
    row: {
      zh: '最多 30 个，每个最多 60 字。请删减',
      en: 'At most 30, each of at most 60 characters. Shorten them',
    },
  },
  'holder.one-person': {
    title: { zh: '负责人和 B 角是同一个人', en: 'Owner and deputy are one person' },
    row: { zh: '负责人和 B 角都是“{value}”。请换一位', en: 'Owner and deputy are both “{value}”. Name another' },
  },
} as const satisfies Partial<Record<ImportFaultCode, FindingText>>;
