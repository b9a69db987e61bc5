import { describe, expect, it } from 'vitest';
import { changeDisplay } from '#platform/display';
import { renderScreen } from '../testing/render-screen.tsx';
import { MixedText } from './mixed-text.tsx';

const sentence = '熔喷布 5 t/day: 威海A公司（演示） quoted ¥21,000/t';

describe('a sentence with Chinese names in it', () => {
  it('marks the names in an English page', async () => {
    changeDisplay({ language: 'en' });
    const { container } = await renderScreen(<MixedText>{sentence}</MixedText>);
    expect([...container.querySelectorAll('[lang="zh"]')].map((name) => name.textContent)).toEqual([
      '熔喷布',
      '威海A公司（演示）',
    ]);
    expect(container.textContent).toBe(sentence);
  });

  it('is left whole in a Chinese page', async () => {
    const { container } = await renderScreen(<MixedText>{sentence}</MixedText>);
    expect(container.querySelector('[lang]')).toBeNull();
    expect(container.textContent).toBe(sentence);
  });
});
