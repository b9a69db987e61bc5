const letters = [...'云海天山石林风雨雪月星辰松柏梅兰竹菊江河湖泉龙凤鹤鹿金银铜铁玉珠瑞祥福禄康宁安泰和平'];

/** A sheet of invented firms; `mark` keeps the firms of one sheet apart from those of another. */
export function manyFirms(rows: number, mark: string): string {
  const names = Array.from({ length: rows }, (_, n) => `威海${mark}${wordOf(n)}器材有限公司（演示）`);
  const lines = names.map((name) => `${name},企业,环翠区,演示名录,2026-09-30`);
  return `\uFEFF名称,类别,行政区划,来源,数据日期\n${lines.join('\n')}\n`;
}

function wordOf(n: number): string {
  return [0, 1, 2, 3].map((place) => letters[Math.floor(n / letters.length ** place) % letters.length]).join('');
}
