import { expect, test } from 'vitest';
import { fillTemplate, templatesFor, unfilled, unknownPlaces } from './case-template.ts';

const values = { 企业名称: '海锋渔具', 事项: '工伤认定', 办结期限: '11月26日（周四）17:00' };

test('every place is filled, however often it stands there, and what is no place stays', () => {
  expect(fillTemplate('{企业名称}：{事项}，{企业名称}，{别的}', values)).toBe('海锋渔具：工伤认定，海锋渔具，{别的}');
});

test('a place that no case can fill is named once', () => {
  expect(unknownPlaces('{电话}{企业名称}{电话}{ }')).toEqual(['电话', ' ']);
  expect(unknownPlaces('{企业名称}{事项}{办结期限}')).toEqual([]);
});

test('a filled template is the same words again, whoever got it and until when', () => {
  const template = '{企业名称}：{事项}可以办理，{办结期限}前答复。';
  const to = (firm: string, due: string) =>
    unfilled(fillTemplate(template, { 企业名称: firm, 事项: '工伤认定', 办结期限: due }), { firm, matter: '工伤认定' });
  expect(to('海锋渔具', '11月26日（周四）17:00')).toBe(template);
  expect(to('沧屿碳纤维', '2027年1月4日 9:30')).toBe(template);
});

test('those of the matter come first, then those of the list, then those for any case; others are left out', () => {
  const one = (title: string, dutyId: string | null, list: string | null) => ({ title, dutyId, list });
  const templates = [
    ...[one('任何', null, null), one('别的事项', 'b', null), one('清单', null, 'problem')],
    ...[one('事项', 'a', 'problem'), one('别的清单', null, 'funding')],
  ];
  const fitting = templatesFor(templates, { dutyId: 'a', list: 'problem' });
  expect(fitting.map(({ title }) => title)).toEqual(['事项', '清单', '任何']);
});
