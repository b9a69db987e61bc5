/** Codes the 2019 boundaries still carry, and what they are called today; a municipality is drawn as its prefecture row. */
export const renamedCodes: Readonly<Record<string, string>> = {
  '652100': '650400',
  '652200': '650500',
  '542200': '540500',
  '542400': '540600',
  '542600': '540400',
  '469003': '460400',
  '110000': '110100',
  '120000': '120100',
  '310000': '310100',
  '500000': '500100',
};

/** 莱芜 has been part of 济南 since 2019; its boundary is drawn as one of it. */
export const mergedCodes: Readonly<Record<string, string>> = { '371200': '370100' };
