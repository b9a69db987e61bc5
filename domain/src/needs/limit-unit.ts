/** Units a limit is stated in, as they stand in a normalised text; the second one is how it is shown. */
const shownUnits: readonly (readonly [string, string])[] = [
  ['um', 'μm'],
  ['毫米', 'mm'],
  ['厘米', 'cm'],
  ['微米', 'μm'],
  ['mm2', 'mm²'],
  ['m2', 'm²'],
  ['m3', 'm³'],
  ['平方米', 'm²'],
  ['l', 'L'],
  ['ml', 'mL'],
  ['t', '吨'],
  ['g/m2', 'g/m²'],
  ['g/㎡', 'g/m²'],
  ['gsm', 'g/m²'],
  ['克/平方米', 'g/m²'],
  ['克/平米', 'g/m²'],
  ['g/cm3', 'g/cm³'],
  ['kg/m3', 'kg/m³'],
  ['g/cm2', 'g/cm²'],
  ['g/(m2·24h)', 'g/(m²·24h)'],
  ['g/(m2·d)', 'g/(m²·24h)'],
  ['mgkoh/g', 'mgKOH/g'],
  ['dl/g', 'dL/g'],
  ['da', 'Da'],
  ['mu', 'MU'],
  ['pa', 'Pa'],
  ['kpa', 'kPa'],
  ['mpa', 'MPa'],
  ['gpa', 'GPa'],
  ['mmh2o', 'mmH2O'],
  ['mpa·s', 'mPa·s'],
  ['n', 'N'],
  ['kn', 'kN'],
  ['cn', 'cN'],
  ['cn/dtex', 'cN/dtex'],
  ['n·m', 'N·m'],
  ['mn·m', 'mN·m'],
  ['n/m', 'N/m'],
  ['n/cm', 'N/cm'],
  ['n/15mm', 'N/15mm'],
  ['v', 'V'],
  ['kv', 'kV'],
  ['w', 'W'],
  ['kw', 'kW'],
  ['mw', 'MW'],
  ['kva', 'kVA'],
  ['a', 'A'],
  ['ah', 'Ah'],
  ['pc', 'pC'],
  ['mω', 'MΩ'],
  ['w/kg', 'W/kg'],
  ['cd/m2', 'cd/m²'],
  ['khz', 'kHz'],
  ['kgy', 'kGy'],
  ['k', 'K'],
  ['fr', 'Fr'],
  ['db', 'dB'],
  ['hrc', 'HRC'],
  ['shore a', 'Shore A'],
  ['shore c', 'Shore C'],
  ['shore d', 'Shore D'],
  ['邵a', 'Shore A'],
  ['bloom', 'Bloom'],
  ['m3/h', 'm³/h'],
  ['l/min', 'L/min'],
  ['ml/min', 'mL/min'],
  ['ml/r', 'mL/r'],
  ['°c', '℃'],
];

/** Units that are written and shown alike. */
const plainUnits =
  'mm cm m μm nm 英寸 丝 目 kg mg g 克 吨 % ‰ ppm g·cm g/10min g/kg μg/g μg/kg mg/kg g/eq meq/kg atm tex dtex dpi rpm cuin kg/h kg/d t/h m/min mm/s mm/min 件/h 套/d 只/分钟 h d min 小时 级 层 穴 轴 支 针 页 次';

/** Longest first, so that `mpa·s` is not read as `mpa`. For use inside other patterns, before a sign that is no letter or figure. */
export const limitUnitPattern = [...shownUnits.map(([written]) => written), ...plainUnits.split(' ')]
  .sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(' ', '\\s?'))
  .join('|');

export function shownLimitUnit(written: string): string {
  return shownByUnit.get(written.replace(/^shore\s?/, 'shore ')) ?? written;
}

const shownByUnit: ReadonlyMap<string, string> = new Map(shownUnits);
