import type { LimitOperator } from './limit.ts';

/** A measurable property: its names, the unit people leave out, and what a bare figure means (`BFE 95` asks for at least 95). */
export interface PropertyRow {
  /** the first one is shown; all of them are read */
  readonly names: readonly string[];
  readonly unit: string;
  readonly bare: LimitOperator;
}

/** Data: a row more needs no code. */
export const propertyTable: readonly PropertyRow[] = [
  { names: ['BFE', '细菌过滤效率', '细菌过滤率', '菌滤'], unit: '%', bare: '>=' },
  {
    names: ['PFE', '颗粒过滤效率', '颗粒物过滤效率', '颗粒过滤率', '非油性颗粒过滤效率', '微粒过滤效率', '颗滤'],
    unit: '%',
    bare: '>=',
  },
  { names: ['VFE', '病毒过滤效率'], unit: '%', bare: '>=' },
  { names: ['过滤效率', '过滤率', '滤效'], unit: '%', bare: '>=' },
  {
    names: [
      '克重',
      '单位面积质量',
      '平方米克重',
      '平米克重',
      '克数',
      '定量',
      'gsm',
      '面密度',
      '碳布克重',
      '单位面积重量',
    ],
    unit: 'g/m²',
    bare: '=',
  },
  { names: ['过滤阻力', '阻力', '压降', '气流阻力'], unit: 'Pa', bare: '<=' },
  { names: ['通气阻力', '通气阻力差', '透气阻力', '压差', '压力差'], unit: 'Pa', bare: '<=' },
  { names: ['吸气阻力', '呼吸阻力'], unit: 'Pa', bare: '<=' },
  { names: ['抗静水压', '耐静水压', '静水压', '抗渗水'], unit: 'kPa', bare: '>=' },
  { names: ['透湿量', '透湿率', '透湿度'], unit: 'g/(m²·24h)', bare: '>=' },
  { names: ['公差', '尺寸公差', '精度公差', '加工精度', '加工公差', '精度', '允差', '误差'], unit: 'mm', bare: '±' },
  { names: ['直径', '丝径', 'φ'], unit: 'mm', bare: '=' },
  { names: ['外径', '外圆'], unit: 'mm', bare: '=' },
  { names: ['内径', '孔径', '内孔'], unit: 'mm', bare: '=' },
  { names: ['厚度', '壁厚', '板厚'], unit: 'mm', bare: '=' },
  { names: ['幅宽', '门幅', '布宽', '宽度'], unit: 'mm', bare: '=' },
  { names: ['长度', '总长', '全长'], unit: 'mm', bare: '=' },
  { names: ['拉伸强度'], unit: 'MPa', bare: '>=' },
  { names: ['抗拉强度', '抗拉'], unit: 'MPa', bare: '>=' },
  { names: ['屈服强度'], unit: 'MPa', bare: '>=' },
  { names: ['强度'], unit: 'MPa', bare: '>=' },
  { names: ['拉伸模量', '弹性模量', '模量'], unit: 'GPa', bare: '>=' },
  { names: ['断裂强力', '拉断力'], unit: 'N', bare: '>=' },
  { names: ['剥离强度', '剥离力'], unit: 'N', bare: '>=' },
  { names: ['断裂伸长率', '伸长率', '延伸率'], unit: '%', bare: '>=' },
  { names: ['丝束', '丝束规格', 'k数'], unit: 'K', bare: '=' },
  { names: ['熔体流动速率', '熔指', '熔融指数', 'mfr'], unit: 'g/10min', bare: '>=' },
  { names: ['树脂含量', '含胶量', '胶含量', '含胶'], unit: '%', bare: '=' },
  { names: ['纯度', '主含量'], unit: '%', bare: '>=' },
  { names: ['含量', '有效含量'], unit: '%', bare: '>=' },
  { names: ['绒子含量', '含绒量'], unit: '%', bare: '>=' },
  { names: ['含水率', '水分', '含水量'], unit: '%', bare: '<=' },
  { names: ['粗蛋白', '粗蛋白含量', '蛋白含量'], unit: '%', bare: '>=' },
  { names: ['硬度', '邵氏硬度', '洛氏硬度'], unit: '', bare: '=' },
  { names: ['粗糙度', '表面粗糙度', 'ra'], unit: 'μm', bare: '<=' },
  { names: ['额定功率', '功率'], unit: 'kW', bare: '>=' },
  { names: ['额定电压', '电压'], unit: 'V', bare: '=' },
  { names: ['扭矩', '转矩', '力矩'], unit: 'N·m', bare: '>=' },
  { names: ['转速', '额定转速'], unit: 'r/min', bare: '>=' },
  { names: ['耐压', '工作压力', '承压'], unit: 'MPa', bare: '>=' },
  { names: ['盐雾时间', '盐雾', '耐盐雾'], unit: 'h', bare: '>=' },
  { names: ['承重', '额定载荷', '载荷'], unit: 'kg', bare: '>=' },
  { names: ['载重量', '载重吨', '吨位'], unit: '吨', bare: '>=' },
  { names: ['平面度', '平整度'], unit: 'mm', bare: '<=' },
  { names: ['跳动', '圆跳动', '端跳'], unit: 'mm', bare: '<=' },
  { names: ['色牢度'], unit: '级', bare: '>=' },
  { names: ['分辨率'], unit: 'dpi', bare: '>=' },
  { names: ['灵敏度', '检出率'], unit: '%', bare: '>=' },
  { names: ['特异性', '特异度'], unit: '%', bare: '>=' },
  { names: ['容量', '容积'], unit: 'mL', bare: '=' },
  { names: ['eo残留量', '环氧乙烷残留', 'eo残留'], unit: 'μg/g', bare: '<=' },
];
