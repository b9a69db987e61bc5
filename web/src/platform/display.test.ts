import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The module as a page that opens now would load it. */
async function openPage(languages: readonly string[] = ['zh-CN']) {
  vi.resetModules();
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  return import('./display.ts');
}

describe('how somebody sees the screens', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    localStorage.clear();
    sessionStorage.clear();
  });

  it.each([
    [['en-GB', 'zh-CN'], 'en'],
    [['zh-CN', 'en'], 'zh'],
    [['de-DE', 'en-US'], 'en'],
    [['fr'], 'zh'],
  ])(
    'follows a browser that prefers %s, and its light or dark, until something is chosen',
    async (languages, language) => {
      const { displayStore } = await openPage(languages);
      expect(displayStore.get()).toMatchObject({ language, theme: 'system' });
    },
  );

  it('leaves what the browser prefers alone where a person who signs in never chose', async () => {
    const { displayStore, changeDisplay } = await openPage(['en-GB']);
    changeDisplay({});
    changeDisplay({ density: 'large' });
    expect(displayStore.get()).toMatchObject({ language: 'en', theme: 'system', density: 'large' });
  });

  it('keeps what was chosen for the next visit, whatever the browser prefers', async () => {
    (await openPage(['zh-CN'])).changeDisplay({ language: 'en', theme: 'dark' });
    const { displayStore } = await openPage(['zh-CN']);
    expect(displayStore.get()).toMatchObject({ language: 'en', theme: 'dark' });
  });

  it('remembers across the way to an identity provider what was chosen before the sign-in', async () => {
    (await openPage()).chooseBeforeSignIn({ language: 'en' });
    const back = await openPage();
    expect(back.chosenBeforeSignIn()).toEqual({ language: 'en' });
    back.forgetBeforeSignIn();
    expect(back.chosenBeforeSignIn()).toEqual({});
  });

  it('asks the browser again where what is kept makes no sense', async () => {
    localStorage.setItem('zhitong.display-chosen', '{"language":"xx"}');
    expect((await openPage(['en'])).displayStore.get().language).toBe('en');
  });
});
