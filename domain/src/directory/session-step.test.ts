import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postRoles } from './organisation.ts';
import { maySetUpFactor, needsSecondFactor, nextStep, sessionSteps } from './session-step.ts';
import { sessionEnd, usualSessionLimits } from './session-time.ts';

const plain = { factor: 'off', factorRequired: false, factorGiven: false, passwordDue: false } as const;

describe('the step of a session', () => {
  it('is whole at once for somebody without a second factor who needs none', () => {
    expect(nextStep(plain)).toBe('signed-in');
  });

  it('lets a second factor be set up by a whole session or where one is asked for, not before the code or the new password', () => {
    expect(sessionSteps.filter(maySetUpFactor)).toEqual(['second-factor-setup', 'signed-in']);
  });

  it('asks for the second factor before anything else, even where a new password is due', () => {
    expect(nextStep({ ...plain, factor: 'on', passwordDue: true })).toBe('second-factor');
    expect(nextStep({ ...plain, factor: 'on', factorGiven: true, passwordDue: true })).toBe('new-password');
  });

  it('leads an administrator without a factor through setting one up', () => {
    expect(nextStep({ ...plain, factorRequired: true })).toBe('second-factor-setup');
  });

  it('is never whole while a factor is on and was not given, or is required and off', () => {
    fc.assert(
      fc.property(
        fc.record({
          factor: fc.constantFrom('on' as const, 'off' as const),
          factorRequired: fc.boolean(),
          factorGiven: fc.boolean(),
          passwordDue: fc.boolean(),
        }),
        (facts) => {
          const isWhole = nextStep(facts) === 'signed-in';
          if (facts.factor === 'on' && !facts.factorGiven) expect(isWhole).toBe(false);
          if (facts.factor === 'off' && facts.factorRequired) expect(isWhole).toBe(false);
        },
      ),
    );
  });

  it('needs the second factor for the three administrators and the chief’s office, in whichever of several posts', () => {
    expect(postRoles.filter((role) => needsSecondFactor(['member', role]))).toEqual([
      'chief-office',
      'system-administrator',
      'security-administrator',
      'audit-administrator',
    ]);
  });
});

describe('the end of a session', () => {
  const signedInAt = new Date('2026-11-23T09:00:00+08:00');
  const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`);

  it('comes thirty minutes after the last use, and twelve hours after the sign-in in any case', () => {
    const end = (lastUsedAt: Date) => sessionEnd({ signedInAt, lastUsedAt, step: 'signed-in' }, usualSessionLimits);
    expect(end(at('09:40'))).toEqual(at('10:10'));
    expect(end(at('20:59'))).toEqual(at('21:00'));
  });

  it('comes ten minutes after the password when the second factor stays away', () => {
    expect(sessionEnd({ signedInAt, lastUsedAt: at('09:09'), step: 'second-factor' }, usualSessionLimits)).toEqual(
      at('09:10'),
    );
  });
});
