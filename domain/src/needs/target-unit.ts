import { limitUnitPattern } from './limit-unit.ts';

/** Units of technology that suppliers of goods do not state. Lower case; the capital decides nothing here. */
const moreUnits =
  'μa ma ω kω mω·cm ω·cm hz mhz ghz j kj mj kj/kg wh kwh wh/kg wh/l w/(m·k) mpa·m^0.5 bar mbar lx lm lm/w cd nit μs ms s 天 周 月 年 次 倍 万次 万只 元 元/件 元/kg 万元 件 只 个 台 套 片 mol mol/l mmol/l mg/l g/l mg/m3 mg/m³ ng/ml cfu/g cfu/ml cfu iu u/ml kda bp t 吨/天 kg/天 kg/年 吨/年 件/天 件/年 m/s m³ m³/天 l/h km km/h 人 点 位 bit gb mbps gbps fps px dpi ph ntu ra rz μm/m 度 ° °c ℃ ℃/min mm/年 db(a) n/mm n/mm2 n/mm² n/mm²·s kn/m kw/kg kwh/t kwh/吨 kwh/m³ wt% vol% mol% ppb';

const known: ReadonlySet<string> = new Set(moreUnits.split(' '));
const stated = new RegExp(`^(?:${limitUnitPattern})$`);
const base = /^(?:[nμmckMGd]?(?:m|g|s|n|j|w|v|a|pa|hz|l|h|t|mol|k|bar|ω|cd|lm|eq))(?:\^?-?\d|[²³])?$/i;

/** Whether the city knows this unit, alone or as a quotient or product of known ones: `MPa`, `W/(m·K)`, `μg/cm²`. Empty: a bare number. */
export function isTargetUnit(written: string): boolean {
  const unit = written.trim().toLowerCase().replace(/\s+/g, '').replace(/µ/g, 'μ').replace(/Ω/g, 'ω');
  if (unit === '' || isKnown(unit)) return true;
  const parts = unit.split(/[/·*()]+/).filter((part) => part !== '');
  return parts.length > 1 && parts.length <= 4 && parts.every((part) => isKnown(part) || base.test(part));
}

function isKnown(unit: string): boolean {
  return known.has(unit) || stated.test(unit) || stated.test(unit.replace(/²/g, '2').replace(/³/g, '3'));
}
