import { describe, expect, it } from 'vitest';
import { productStretches } from './demand-text.ts';
import { splitPhrase } from './phrase-split.ts';

describe('the stretches of a text that can name a product', () => {
  it('are the text itself where it is a bare product', () => {
    expect(productStretches('18K金饰品', [])).toEqual(['18k金饰品']);
    expect(productStretches('-3mm矿', [])).toEqual(['-3mm矿']);
  });

  it('leave out words of asking and amounts, and keep to those that name a recognised product', () => {
    expect(productStretches('急需熔喷布 5 吨/天, BFE≥95, 本周交货, 送到临港', ['熔喷布'])).toEqual(['熔喷布']);
  });

  it('include a chosen product that the text does not name', () => {
    expect(productStretches('老样子', ['熔喷布'])).toEqual(['老样子', '熔喷布']);
  });
});

describe('a product phrase', () => {
  it.each([
    ['主要智能控制部件', '智能控制部件', []],
    ['中间体及材料单体', '中间体及材料单体', ['中间体', '材料单体']],
    ['涤纶、锦纶系列产品', '涤纶锦纶', ['涤纶', '锦纶']],
    ['其他', '其他', []],
  ])('%s is searched as %s', (phrase, ...[whole, parts]) => {
    expect(splitPhrase(phrase)).toMatchObject({ whole, parts });
  });
});
