import { expect, test } from 'vitest';
import { readName } from './name-parts.ts';
import { newPlaceNames } from './name-places.ts';

const places = newPlaceNames(
  [
    { code: '370000', name: '山东省', level: 'province' },
    { code: '371000', name: '威海市', level: 'prefecture' },
    { code: '371003', name: '文登区', level: 'county' },
    { code: '371071', name: '火炬高技术产业开发区', level: 'zone', aliases: ['高区'] },
    { code: '370600', name: '烟台市', level: 'prefecture' },
    { code: '340000', name: '安徽省', level: 'province' },
    { code: '469007', name: '东方市', level: 'county' },
  ],
  '371000',
);
const read = (name: string) => readName(name, places);

test.each([
  ['威海宏达渔具有限公司', '威海宏达渔具有限责任公司'],
  ['威海宏达渔具有限公司', '威海市宏达渔具有限公司（演示）'],
  ['威海宏达渔具有限公司', '  威海 宏達 漁具有限公司。'],
  ['威海宏达集团股份有限公司', '威海宏达（集团）股份有限公司'],
  ['威海宏达集团股份有限公司', '威海宏达股份有限公司〔集团〕'],
  ['中粮生物化学（安徽）股份有限公司', '中粮生物化学安徽股份有限公司'],
  ['威海宏达渔具第一分厂', '威海宏达渔具一分厂'],
])('%s and %s are one name', (one, other) => {
  const comparable = (name: string) => ({ ...read(name), places: read(name).places.map(({ codes }) => codes) });
  expect(comparable(other)).toEqual(comparable(one));
});

test.each([
  ['威海宏达渔具有限公司', '威海宏达渔具有限公司文登分公司'],
  ['威海宏达渔具一分厂', '威海宏达渔具二分厂'],
  ['中国工商银行股份有限公司', '中国工商银行股份有限公司威海分行'],
])('%s is not %s', (one, other) => {
  const apart = ({ branch, ordinals }: ReturnType<typeof read>) => `${branch}/${ordinals}`;
  expect(apart(read(other))).not.toBe(apart(read(one)));
});

test('takes a name apart as the rules for enterprise names put it together', () => {
  expect(read('山东威海宏达渔具科技有限公司')).toMatchObject({
    brand: '宏达',
    trades: ['渔具'],
    fillers: ['科技'],
    form: 'limited',
    group: false,
    full: true,
  });
});

test('a county of another city is a brand, the counties at home are places', () => {
  expect(read('东方红渔具有限公司').brand).toBe('东方红');
  expect(read('东方渔具有限公司').brand).toBe('东方');
  expect(read('文登宏达渔具有限公司').brand).toBe('宏达');
});

test('a name of a place and a trade only keeps the place as its brand', () => {
  expect(read('威海渔具有限公司')).toMatchObject({ brand: '威海', trades: ['渔具'], places: [] });
});

test('a short name is not taken for a full one', () => {
  expect(read('宏达股份')).toMatchObject({ brand: '宏达', form: 'stock', full: false });
});

test('nonsense does not break it', () => {
  for (const text of ['', ' ', '（', '（）', '公司', '有限公司', '集团', '威海', '分公司', '123', 'ABC & Co.']) {
    expect(() => read(text)).not.toThrow();
  }
});
