import { describe, expect, it } from 'vitest';
import { checkCertificate, isSameCertificate } from './certificate-check.ts';

const today = '2026-11-23';

describe('a certificate', () => {
  it('that is not registered is unknown, never missing', () => {
    expect(checkCertificate('CE', [{ name: 'ISO 9001' }], today)).toEqual({
      name: 'CE',
      verdict: 'unknown',
      validUntil: null,
    });
  });

  it('that ran out yesterday is expired, and holds on its last day', () => {
    expect(checkCertificate('CE', [{ name: 'CE', validUntil: '2026-11-22' }], today).verdict).toBe('expired');
    expect(checkCertificate('CE', [{ name: 'CE', validUntil: '2026-11-23' }], today).verdict).toBe('held');
  });

  it('without a date does not run out, and the longest counts', () => {
    expect(checkCertificate('CE', [{ name: 'CE', validUntil: '2020-01-01' }, { name: 'CE' }], today).verdict).toBe(
      'held',
    );
  });

  it.each([
    ['ISO 13485', 'ISO13485:2016'],
    ['ISO 9001', '质量管理体系认证'],
    ['医疗器械生产许可证', '医疗器械生产许可'],
    ['IATF 16949', 'IATF16949'],
    ['AS9100', 'AS 9100'],
    ['CCS 船级社证书', '中国船级社型式认可'],
    ['FDA', 'FDA 510(k)'],
  ])('%s is the same as %s', (a, b) => {
    expect(isSameCertificate(a, b)).toBe(true);
  });

  it.each([
    ['ISO 9001', 'ISO 14001'],
    ['CE', 'CCC'],
    ['第二类医疗器械注册证', '第三类医疗器械注册证'],
  ])('%s is not %s', (a, b) => {
    expect(isSameCertificate(a, b)).toBe(false);
  });
});
