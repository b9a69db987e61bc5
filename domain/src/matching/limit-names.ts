import { normaliseName } from './text-normal.ts';

/** One property, many names. The first name of a row is the one shown. Data: a row more needs no code. */
const propertyNames: readonly (readonly string[])[] = [
  ['克重', '面密度', '平方米克重', '单位面积质量', '单位面积重量', 'gsm', '克数', '定量'],
  ['BFE', '细菌过滤效率', '细菌过滤率'],
  ['PFE', '颗粒过滤效率', '颗粒物过滤效率', '微粒过滤效率'],
  ['VFE', '病毒过滤效率'],
  ['过滤效率', '过滤率'],
  ['阻力', '呼吸阻力', '压差', '通气阻力', '压力差', '气流阻力'],
  ['公差', '精度', '加工精度', '尺寸公差', '误差', '允差'],
  ['直径', '外径', 'φ', '管径', '口径'],
  ['内径', '孔径'],
  ['厚度', '壁厚', '板厚'],
  ['宽度', '幅宽', '门幅'],
  ['长度', '全长'],
  ['拉伸强度', '抗拉强度', '断裂强度', '强度'],
  ['拉伸模量', '弹性模量', '模量'],
  ['丝束', '丝束规格'],
  ['含量', '纯度', '浓度'],
  ['熔指', '熔融指数', '熔体流动速率', 'mfr', 'mi'],
  ['粗糙度', '表面粗糙度', 'ra'],
  ['硬度', '洛氏硬度'],
  ['含水率', '含水量', '水分'],
  ['耐压', '工作压力', '承压'],
  ['额定功率', '功率'],
  ['额定电压', '电压'],
  ['额定容量', '容量'],
  ['排水量', '载重吨', '载重'],
];

/** The name a property is compared and shown by. A name nobody listed stands for itself. */
export function propertyName(name: string): string {
  return shownNames.get(normaliseName(name)) ?? name.trim();
}

/** All words a property may be written with, longest first. */
export const writtenPropertyNames: readonly string[] = propertyNames.flat().sort((a, b) => b.length - a.length);

export function isSameProperty(a: string, b: string): boolean {
  return normaliseName(propertyName(a)) === normaliseName(propertyName(b));
}

const shownNames: ReadonlyMap<string, string> = new Map(
  propertyNames.flatMap((names) => names.map((name): [string, string] => [normaliseName(name), names[0] ?? name])),
);
