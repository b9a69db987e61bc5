/** What the sign-in page says about the accounts of the demo city. Shown, and usable, in demo mode only. */
export const demoPassword = 'Zhitong-2026';

export const demoSignIns = [
  { username: 'bureau', zh: '工信局经办人，看全市', en: 'Officer of the industry bureau, sees the whole city' },
  { username: 'firm.buyer', zh: '医疗器械企业，发布采购需求', en: 'Medical devices, publishes sourcing needs' },
  { username: 'firm.carbon', zh: '碳纤维企业', en: 'Carbon fibre' },
  { username: 'firm.garment', zh: '服装企业', en: 'Garments' },
  { username: 'firm.meltblown', zh: '熔喷布企业，收到商机', en: 'Meltblown cloth, receives opportunities' },
  { username: 'firm.spunbond', zh: '纺粘布企业', en: 'Spunbond cloth' },
] as const;
