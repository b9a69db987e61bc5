import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestText, mergeNotice, mostLines, type NoticeDigest } from './notice-digest.ts';

const empty: NoticeDigest = { lines: [], more: 0 };
const news = (matter: string, text: string) => ({ matter, text, link: `/cases/${matter}` });

describe('a digest', () => {
  it('says one matter once, with its last sentence and how often it moved', () => {
    const digest = [news('a', '已签收'), news('b', '已提交'), news('a', '已答复')].reduce(mergeNotice, empty);
    expect(digestText(digest, 'zh', 4_096)).toBe('直通：2 件事有新进展\n1. 已提交\n2. 已答复（共 2 条）');
    expect(digestText(digest, 'en', 4_096)).toContain('news in 2 matters');
  });

  it('counts what finds no room, in bytes as a robot counts', () => {
    const many = Array.from({ length: mostLines + 50 }, (_, place) => news(`${place}`, '诉求'.repeat(40)));
    const digest = many.reduce(mergeNotice, empty);
    expect(digest).toMatchObject({ lines: { length: mostLines }, more: 50 });
    const text = digestText(digest, 'zh', 4_096);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4_096);
    const said = text.split('\n').length - 2;
    expect(said).toBeGreaterThan(5);
    expect(text).toContain(`另有 ${mostLines + 50 - said} 件`);
  });

  it('never grows over its bytes, whatever firms write', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 60 }), (texts) => {
        const digest = texts.map((text, place) => news(`${place}`, text)).reduce(mergeNotice, empty);
        for (const most of [2_048, 4_096])
          expect(Buffer.byteLength(digestText(digest, 'en', most))).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('carries no link, mention or line of whoever wrote the words', () => {
    const evil = '[点我](http://evil.example)\n# 大 <@all> @所有人 **急** ![图](x)';
    const text = digestText(mergeNotice(empty, news('a', evil)), 'zh', 4_096);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.split('\n')[1]).not.toMatch(/[[\]<>*@#!]|:\/\//);
  });
});
