interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Why a body says that a case is not its own. Each is a claim about the duty table or the request that can be checked. */
export const caseHandBackCodes = [
  'not-our-duty',
  'other-region',
  'higher-level',
  'lower-level',
  'no-such-matter',
] as const;
export type CaseHandBackCode = (typeof caseHandBackCodes)[number];

export const caseHandBackWords = {
  'not-our-duty': { zh: '不属本单位职责', en: 'Not a duty of this body' },
  'other-region': { zh: '不属本辖区', en: 'In another district' },
  'higher-level': { zh: '应由上级单位办理', en: 'For the body above' },
  'lower-level': { zh: '应由下级单位办理', en: 'For the body below' },
  'no-such-matter': { zh: '职责清单没有该事项', en: 'No such matter in the duty table' },
} as const satisfies Record<CaseHandBackCode, Words>;

/** Why a case ended without being solved. */
export const caseUnsolvedCodes = [
  'no-legal-basis',
  'needs-higher-level',
  'needs-funds',
  'in-litigation',
  'firm-declined',
  'firm-silent',
  'no-wish',
  'other',
] as const;
export type CaseUnsolvedCode = (typeof caseUnsolvedCodes)[number];

export const caseUnsolvedWords = {
  'no-legal-basis': { zh: '现行规定不允许', en: 'Not permitted by the rules in force' },
  'needs-higher-level': { zh: '须由上级决定', en: 'To be decided above the city' },
  'needs-funds': { zh: '暂无资金', en: 'No funds at present' },
  'in-litigation': { zh: '已进入诉讼、仲裁或复议', en: 'In court, arbitration or review' },
  'firm-declined': { zh: '企业不接受方案', en: 'The firm did not accept what was offered' },
  'firm-silent': { zh: '多次联系，企业未回复', en: 'The firm did not reply' },
  'no-wish': { zh: '没有可办的内容', en: 'Holds nothing that could be done' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<CaseUnsolvedCode, Words>;

/** Why a case was taken up again where the firm did not ask for it itself. Set into the middle of a sentence. */
export const caseReopenings = ['rating', 'call-back'] as const;
export type CaseReopening = (typeof caseReopenings)[number];

export const caseReopeningWords = {
  rating: { zh: '因评价', en: ' after a rating' },
  'call-back': { zh: '因回访', en: ' after a call-back' },
} as const satisfies Record<CaseReopening, Words>;
