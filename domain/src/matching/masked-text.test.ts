import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './masked-text.ts';

const mark = '［联系方式：双方同意后显示］';

describe('what a supplier reads of a pasted paragraph', () => {
  it.each([
    ['联系 13812345678', `联系 ${mark}`],
    ['电话138-1234-5678。', `电话${mark}。`],
    ['+86 138 1234 5678 张经理', `${mark} 张经理`],
    ['座机 0631-5234567', `座机 ${mark}`],
    ['邮箱 li.ming@example.com，急', `邮箱 ${mark}，急`],
    ['加微信：wh_masks88 谈', `加${mark} 谈`],
  ])('carries a mark instead of the contact in “%s”', (text, masked) => {
    expect(withoutSecrets(text)).toBe(masked);
  });

  it.each([
    ['预算35元/件以内，急', '预算［价格：买方不公开］以内，急'],
    ['单价别超过18块', '单价别超过［价格：买方不公开］'],
    ['2.1 万元/吨，含税', '［价格：买方不公开］，含税'],
    ['目标价 ￥1,250', '目标价 ［价格：买方不公开］'],
    ['单价 13,812,345,678 元', '单价 ［价格：买方不公开］'],
  ])('never carries what the buyer would pay, as in “%s”', (text, masked) => {
    expect(withoutSecrets(text)).toBe(masked);
  });

  it.each([
    '元宝形垫块 200 件，3 元乙丙橡胶',
    '急需熔喷布 5 吨/天，BFE≥95',
    '丝束 12K，公差 ±0.02 mm，120000 件',
    '型号 2026112312345678901',
  ])('leaves figures of the need alone: “%s”', (text) => {
    expect(withoutSecrets(text)).toBe(text);
  });
});
