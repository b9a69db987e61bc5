import { describe, expect, it } from 'vitest';
import { newProgress } from './progress.ts';

const write = { zh: '写入', en: 'Writing' };
const commit = { zh: '提交', en: 'Committing' };

function record(isTTY: boolean, language: 'zh' | 'en') {
  const written: string[] = [];
  return { written, progress: newProgress({ isTTY, write: (text) => written.push(text) }, language) };
}

describe('progress', () => {
  it('on a terminal is one line redrawn, gone at the end', () => {
    const { written, progress } = record(true, 'en');
    progress.step(write, 6, 24);
    progress.step(commit, 0, 1);
    progress.end();
    progress.end();
    expect(written).toEqual([
      `\r\u001b[KWriting [${'█'.repeat(6)}${'·'.repeat(18)}] 6/24`,
      '\r\u001b[KCommitting …',
      '\r\u001b[K',
    ]);
  });

  it('elsewhere is one plain line a step, however often the step reports', () => {
    const { written, progress } = record(false, 'zh');
    for (let done = 0; done < 3; done += 1) progress.step(write, done, 3);
    progress.step(commit, 0, 1);
    progress.end();
    expect(written).toEqual(['写入 …\n', '提交 …\n']);
  });
});
