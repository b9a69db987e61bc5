import { describe, expect, it } from 'vitest';
import { isApiPath } from './request-path.ts';

describe('an address of the API', () => {
  it.each([
    '/api/needs',
    '/%61pi/needs',
    '/%61%70%69/needs?q=1',
    '/ap%69/x',
    'http://any/api/needs',
    'HTTPS://any:8080/%61pi/x?q=1',
  ])('is known however it is written: %s', (url) => {
    expect(isApiPath(url)).toBe(true);
  });

  it.each(['/', '/needs?next=/api/needs', '/apis', '/assets/api/x', 'http://any/needs', 'http://any?/api/'])(
    'is not taken for one: %s',
    (url) => {
      expect(isApiPath(url)).toBe(false);
    },
  );

  it('is counted in when nobody can read it', () => {
    expect(isApiPath('/%E0%A4%A/api')).toBe(true);
  });
});
