import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { decideNewFirm, decidePersonName, decidePhone } from './registration-decision.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('the name of a person', () => {
  it.each(['张三', '演示-甲', '阿依古丽·买买提', 'Anna O’Neill'])('may be %s', (name) => {
    expect(decidePersonName(` ${name} `)).toBe(name);
  });
  it.each(['', '<b>张</b>', '张三; drop table', '张\u202e三', '=1+1', 'x'.repeat(41)])('may not be %s', (name) => {
    expect(codeOf(() => decidePersonName(name))).toBe('registration.person-name');
  });
});

describe('a telephone number', () => {
  it('is kept in one form, however it was typed', () => {
    expect(decidePhone('+86 138 0000 0000')).toBe('13800000000');
    expect(decidePhone('１３８００００００００')).toBe('13800000000');
    expect(decidePhone('(0631) 520-0000')).toBe('0631-5200000');
    expect(decidePhone('010-12345678')).toBe('010-12345678');
  });
  it.each(['12345', 'javascript:alert(1)', '138000000000', ''])('is not %s', (phone) => {
    expect(codeOf(() => decidePhone(phone))).toBe('registration.phone');
  });
});

describe('a firm that is not in the directory', () => {
  it('has a name as on its licence, and its code if it is at hand', () => {
    expect(decideNewFirm({ name: '威海 甲公司（演示）', creditCode: '' })).toEqual({
      name: '威海 甲公司（演示）',
      creditCode: null,
    });
    expect(decideNewFirm({ name: '威海甲公司', creditCode: '91371000 mada00000 8' }).creditCode).toMatch(/^91371000/);
  });
  it('is refused with markup for a name, or with half a code', () => {
    expect(codeOf(() => decideNewFirm({ name: '<script>x</script>', creditCode: '' }))).toBe('registration.firm-name');
    expect(codeOf(() => decideNewFirm({ name: '甲', creditCode: '' }))).toBe('registration.firm-name');
    expect(codeOf(() => decideNewFirm({ name: '威海甲公司', creditCode: '9137' }))).toBe('registration.credit-code');
  });
});
