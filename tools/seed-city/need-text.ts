import { drawChance, drawOne } from '@zhitong/algorithms/random/random-draw';
import type { SeededRandom } from '@zhitong/algorithms/random/seeded-random';
import type { NeedLimit } from '@zhitong/domain/matching/limit';
import type { Quantity } from '@zhitong/domain/matching/quantity';
import type { NeedPhrases } from './need-phrases.ts';

export interface NeedTextPlan {
  readonly random: SeededRandom;
  readonly phrases: NeedPhrases;
  readonly chain: string;
  readonly productName: string;
  readonly quantity: Quantity;
  readonly limits: readonly NeedLimit[];
  readonly certificates: readonly string[];
  readonly deadline: string;
  readonly place: string;
}

/** What a sourcing manager would paste: the pieces in one of several orders, with nothing asked that is not in the chips. */
export function writeNeedText(plan: NeedTextPlan): string {
  const { random, phrases } = plan;
  const limits = plan.limits.map((limit) => limitText(random, limit)).join(drawOne(random, ['，', '，', '、', ' ']));
  const certificate = plan.certificates.join('、');
  const deadline = deadlineText(random, plan.deadline);
  const pieces: Readonly<Record<string, string>> = {
    opening: drawOne(random, phrases.openings),
    ask: drawOne(random, plan.quantity.per === 'once' ? phrases.asks.lot : phrases.asks.flow),
    product: plan.productName,
    quantity: quantityText(random, plan.quantity),
    limits: limits && fill(drawOne(random, phrases.limits), { limits }),
    certificate: certificate && fill(drawOne(random, phrases.certificates), { certificate }),
    deadline: fill(drawOne(random, phrases.deadlines), { deadline }),
    place: fill(drawOne(random, phrases.places), { place: plan.place }),
    extra: extraText(plan),
    closing: drawOne(random, phrases.closings),
    plainLimits: limits,
    plainCertificate: certificate,
    plainDeadline: deadline,
    plainPlace: plan.place,
  };
  return tidy(fill(fill(drawOne(random, phrases.forms), pieces), pieces));
}

/** `2026-11-29` → 11月29日 */
export function monthDay(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

export function fill(template: string, pieces: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => pieces[name] ?? whole);
}

function extraText({ random, phrases, chain }: NeedTextPlan): string {
  if (drawChance(random, 0.35)) return '';
  const own = phrases.extras[chain] ?? [];
  return drawOne(random, [...(phrases.extras['any'] ?? []), ...own, ...own]);
}

function deadlineText(random: SeededRandom, date: string): string {
  return drawChance(random, 0.2) ? monthDay(date).replace('日', '号') : monthDay(date);
}

const spokenUnits: Readonly<Record<string, string>> = { 千克: '公斤', 平方米: '平米', 立方米: '方' };
const spokenNumbers: Readonly<Record<number, string>> = {
  1: '一',
  2: '两',
  3: '三',
  4: '四',
  5: '五',
  6: '六',
  8: '八',
  10: '十',
};

function quantityText(random: SeededRandom, { amount, unit, per }: Quantity): string {
  const spoken = drawChance(random, 0.5) ? (spokenUnits[unit] ?? unit) : unit;
  const size = `${amountText(random, amount)}${drawChance(random, 0.2) ? ' ' : ''}${spoken}`;
  if (per === 'day') return drawOne(random, [`${size}/天`, `每天${size}`, `日用${size}`, `${size}每天`]);
  if (per === 'month') return drawOne(random, [`每月${size}`, `${size}/月`, `月用${size}`]);
  return drawOne(random, [size, size, `${size}左右`]);
}

function amountText(random: SeededRandom, amount: number): string {
  const inTenThousands = amount >= 10_000 && amount % 1000 === 0;
  const number = inTenThousands ? amount / 10_000 : amount;
  const spoken = drawChance(random, 0.15) ? spokenNumbers[number] : undefined;
  return `${spoken ?? number}${inTenThousands ? '万' : ''}`;
}

function limitText(random: SeededRandom, { name, op, value, unit }: NeedLimit): string {
  const size = `${value}${unit === '-' ? '' : unit}`;
  if (op === '>=') return drawOne(random, [`${name}≥${size}`, `${name}不低于${size}`, `${name} ${size}以上`]);
  if (op === '<=') return drawOne(random, [`${name}≤${size}`, `${name}不超过${size}`, `${name} ${size}以内`]);
  if (op === '±') return drawOne(random, [`${name}±${size}`, `${name} ±${value} ${unit}`]);
  if (unit === 'mm' && name.endsWith('径') && drawChance(random, 0.4)) return `Φ${value}`;
  return drawOne(random, [`${name}${size}`, `${name}：${size}`, `${name} ${value} ${unit}`]);
}

/** Where a piece is empty its comma goes too, and a line that only holds its label. */
function tidy(text: string): string {
  return text
    .replace(/[，。]*([，。])/g, '$1')
    .replace(/，。/g, '。')
    .replace(/([。：])[，。]+/g, '$1')
    .split('\n')
    .map((line) => line.replace(/^[，。]+/, '').replace(/，$/, ''))
    .filter((line) => line !== '' && !line.endsWith('：'))
    .join('\n');
}
