import { describe, expect, it } from 'vitest';
import { isSignedText, openText, sealText, signText } from './sealed-text.ts';

const secret = 'a secret of the tests, 32 letters or more';

describe('a sealed text', () => {
  it('opens with the same secret for the same purpose, and reads as nothing meanwhile', () => {
    const sealed = sealText('JBSWY3DPEHPK3PXP', secret, 'second-factor');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(openText(sealed, secret, 'second-factor')).toBe('JBSWY3DPEHPK3PXP');
    expect(sealText('JBSWY3DPEHPK3PXP', secret, 'second-factor')).not.toBe(sealed);
  });

  it('stays shut for another secret, another purpose, one changed letter, and nonsense', () => {
    const sealed = sealText('JBSWY3DPEHPK3PXP', secret, 'second-factor');
    const [version, nonce, tag, hidden = ''] = sealed.split('.');
    const touched = [version, nonce, tag, (hidden[0] === 'A' ? 'B' : 'A') + hidden.slice(1)].join('.');
    expect(openText(sealed, `${secret}.`, 'second-factor')).toBeUndefined();
    expect(openText(sealed, secret, 'single-sign-on')).toBeUndefined();
    for (const other of [touched, '', 'v1', 'v1.a.b.c', 'v2.a.b.c'])
      expect(openText(other, secret, 'second-factor')).toBeUndefined();
  });
});

describe('a signature', () => {
  it('holds for this text, this secret and this purpose only', () => {
    const by = { secret, purpose: 'device' } as const;
    const signature = signText('bureau', secret, 'device');
    expect(isSignedText('bureau', signature, by)).toBe(true);
    expect(isSignedText('bureaU', signature, by)).toBe(false);
    expect(isSignedText('bureau', signature, { ...by, purpose: 'recovery-code' })).toBe(false);
    expect(isSignedText('bureau', '', by)).toBe(false);
  });
});
