import type { Page } from 'playwright-core';

/** The page has its title and nothing on it is still being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy=true], .zt-stale').first().waitFor({ state: 'detached' });
}

/** All words somebody sees or hears on the page, but for those marked as English and what people typed. */
export function shownWords(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const words = [];
    const foreign = (element) => element.closest('script, style, textarea, kbd, [lang|=en]') !== null;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const element = texts.currentNode.parentElement;
      if (element && element.checkVisibility() && !foreign(element)) words.push(texts.currentNode.textContent.trim());
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      if (!foreign(element) && !element.closest('[aria-hidden=true], .anticon'))
        for (const name of ['aria-label', 'placeholder', 'title', 'alt']) words.push(element.getAttribute(name) ?? '');
    return [...new Set(words.filter(Boolean))];
  })()`);
}
