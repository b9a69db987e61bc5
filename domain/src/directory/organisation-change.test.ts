import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { changesBetween, decideFacts, type OrganisationFacts, refuseBureauFields } from './organisation-change.ts';

const plain: OrganisationFacts = {
  ...{ name: '威海某某有限公司', shortName: null, nameEn: null, kind: 'enterprise', creditCode: null, parentId: null },
  ...{ region: null, registeredAddress: null, workingAddress: null, registeredOnly: false, industry: null },
  ...{ size: null, duty: null, contact: null },
};
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return 'accepted';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe('the facts of an organisation', () => {
  it('need a name', () => {
    expect(codeOf(() => decideFacts({ ...plain, name: ' 　 ' }))).toBe('organisations.name-missing');
  });

  it('refuse a credit code that Excel has turned into a number, and say why in both languages', () => {
    try {
      decideFacts({ ...plain, creditCode: '9.13502E+17' });
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: 'organisations.credit-code',
        details: { zh: expect.stringContaining('Excel') },
      });
    }
  });

  it('keep a credit code whose check digit does not fit, with a warning', () => {
    const { facts, warnings } = decideFacts({ ...plain, creditCode: '9137 1000 1234 5678 90' });
    expect(facts.creditCode).toBe('913710001234567890');
    expect(warnings).toHaveLength(1);
  });

  it('take an industry as people write it, and refuse what the standard does not have', () => {
    expect(decideFacts({ ...plain, industry: 'c27' }).facts.industry).toBe('27');
    expect(codeOf(() => decideFacts({ ...plain, industry: '99' }))).toBe('organisations.industry-unknown');
  });

  it('change field by field, and blanks change nothing', () => {
    const after = decideFacts({ ...plain, shortName: '  ', duty: '渔具' }).facts;
    expect(changesBetween(plain, after)).toEqual([{ field: 'duty', before: null, after: '渔具' }]);
  });

  it('say which organisation it is only through the bureau', () => {
    const moved = changesBetween(plain, { ...plain, parentId: 'x' });
    expect(codeOf(() => refuseBureauFields(moved))).toBe('organisations.bureau-only');
    expect(codeOf(() => refuseBureauFields(changesBetween(plain, { ...plain, duty: '渔具' })))).toBe('accepted');
  });
});
