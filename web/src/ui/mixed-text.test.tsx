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

  it('is one piece for whoever lays it out, so that no space between the words is lost', async () => {
    changeDisplay({ language: 'en' });
    const { container } = await renderScreen(
      <p id="row">
        <MixedText>{'熔喷布 5 t/day'}</MixedText>
      </p>,
    );
    expect(container.querySelector('#row')?.childNodes).toHaveLength(1);
  });

  it('marks the names in each of several sentences', async () => {
    changeDisplay({ language: 'en' });
    const { container } = await renderScreen(
      <MixedText>
        {'With 市人社局.'}
        {'Then 市工信局.'}
      </MixedText>,
    );
    expect([...container.querySelectorAll('[lang="zh"]')].map((name) => name.textContent)).toEqual([
      '市人社局',
      '市工信局',
    ]);
  });

  it('is left whole in a Chinese page', async () => {
    const { container } = await renderScreen(<MixedText>{sentence}</MixedText>);
    expect(container.querySelector('[lang]')).toBeNull();
    expect(container.textContent).toBe(sentence);
  });
});
