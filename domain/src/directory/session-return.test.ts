import { describe, expect, it } from 'vitest';
import { ownPath } from './session-return.ts';

describe('the place one goes on to after a sign-in', () => {
  it.each(['/', '/deals', '/needs/new?text=熔喷布', '/organisations/1?tab=offers#top'])(
    '%s is a place of this site',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\\..\\\\evil.example',
    '/x\r\nset-cookie: a=b',
    '',
    undefined,
  ])('%j leads home instead', (path) => {
    expect(ownPath(path)).toBe('/');
  });
});
