/** What the sign-in page says about the accounts of the demo city. Shown, and usable, in demo mode only. */
export const demoPassword = 'Zhitong-2026';

/** One published secret for the demo accounts whose posts require a second factor; printed at start, typed into a phone once. */
export const demoSecondFactor = 'ZHITONGDEMOWEIHAIZHITONGDEMOWEIH';

export const demoSignIns = [
  { username: 'bureau', zh: '工信局经办人，看全市', en: 'Officer of the industry bureau, sees the whole city' },
  {
    username: 'bureau2',
    zh: '工信局另一位经办人，审核发布链图',
    en: 'Second officer there: reviews and publishes chain maps',
  },
  { username: 'firm.buyer', zh: '医疗器械企业，发布采购需求', en: 'Medical devices, publishes sourcing needs' },
  { username: 'firm.carbon', zh: '碳纤维企业', en: 'Carbon fibre' },
  { username: 'firm.garment', zh: '服装企业', en: 'Garments' },
  { username: 'firm.meltblown', zh: '熔喷布企业，收到商机', en: 'Meltblown cloth, receives opportunities' },
  { username: 'firm.spunbond', zh: '纺粘布企业', en: 'Spunbond cloth' },
  { username: 'handler.hrss', zh: '市人社局承办人，办用工和社保', en: 'Handler: workers and insurance' },
  { username: 'manager.hrss', zh: '市人社局负责人，发布知识条目', en: 'Head of that bureau: publishes answers' },
  { username: 'handler.finance', zh: '市金融局承办人，另有平台岗位', en: 'Handler: finance; holds a second post' },
  { username: 'bank.a', zh: '银行支行，看资金需求', en: 'Branch of a bank' },
  { username: 'bank.b', zh: '另一家银行支行', en: 'Branch of another bank' },
  { username: 'univ.a', zh: '学校技术转移中心', en: 'Technology transfer of a school' },
  { username: 'centre.a', zh: '创新平台负责人', en: 'Head of an innovation centre' },
  { username: 'chief.medical', zh: '链长办公室，查职责、企业和产品', en: 'Chief’s office: duties, firms and products' },
  { username: 'invest.bureau', zh: '招商专员', en: 'Investment officer' },
  { username: 'invest.rongcheng', zh: '荣成市招商专员', en: 'Investment officer of Rongcheng' },
  { username: 'invest.wendeng', zh: '文登区招商专员', en: 'Investment officer of Wendeng' },
  { username: 'emergency.desk', zh: '应急专班', en: 'Emergency desk' },
  { username: 'sysadmin', zh: '系统管理员，管运行', en: 'System administrator: keeps it running' },
  { username: 'secadmin', zh: '安全管理员，管账号和权限', en: 'Security administrator: accounts and rights' },
  { username: 'auditadmin', zh: '审计管理员，看审计', en: 'Audit administrator: reads the trail' },
] as const;
