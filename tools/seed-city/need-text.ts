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
  const isDrawn = plan.limits.some(({ op }) => op === '±');
  const certificate = plan.certificates.join('、');
  const deadline = deadlineText(random, plan.deadline);
  const pieces: Readonly<Record<string, string>> = {
    ...drawBeginning(plan),
    // 316L 6吨, not 316L6吨
    product: plan.productName.replace(/[a-z0-9]$/i, '$& '),
    quantity: quantityText(random, plan.quantity),
    limits: limits && fill(drawOne(random, isDrawn ? phrases.limits.drawing : phrases.limits.any), { limits }),
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
  // A form without a place for the certificate would ask for it in secret.
  const forms = phrases.forms.filter((form) => certificate === '' || /\{(plainC|c)ertificate\}/.test(form));
  return tidy(fill(fill(drawOne(random, forms), pieces), pieces));
}

function drawBeginning({ random, phrases, quantity }: NeedTextPlan): { opening: string; ask: string } {
  const isLot = quantity.per === 'once';
  const plain = isLot ? phrases.asks.lot : phrases.asks.flow;
  if (drawChance(random, 0.35))
    return { opening: drawOne(random, phrases.openings.reason), ask: drawOne(random, plain) };
  const stories = isLot ? phrases.asks.lotStory : phrases.asks.flowStory;
  return { opening: drawOne(random, phrases.openings.greeting), ask: drawOne(random, [...plain, ...stories]) };
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
  return drawOne(random, [...(phrases.extras.any ?? []), ...own, ...own]);
}

function deadlineText(random: SeededRandom, date: string): string {
  return drawChance(random, 0.2) ? monthDay(date).replace('日', '号') : monthDay(date);
}

const spokenUnits: Readonly<Record<string, string>> = { 千克: '公斤', 平方米: '平米', 立方米: '方' };
/** Only what is weighed or measured can be asked for roughly. */
const measuredUnits: ReadonlySet<string> = new Set(['吨', '千克', '米', '平方米', '立方米']);
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
  const number = amountText(random, amount);
  const size = `${number}${!/\d$/.test(number) || drawChance(random, 0.8) ? '' : ' '}${spoken}`;
  if (per === 'day') return drawOne(random, [`${size}/天`, `每天${size}`, `一天${size}`, `${size}每天`]);
  if (per === 'month') return drawOne(random, [`每月${size}`, `${size}/月`, `一个月${size}`]);
  return measuredUnits.has(unit) ? drawOne(random, [size, size, `${size}左右`]) : size;
}

function amountText(random: SeededRandom, amount: number): string {
  const inTenThousands = amount >= 10_000 && amount % 1000 === 0;
  const number = inTenThousands ? amount / 10_000 : amount;
  const spoken = drawChance(random, 0.15) ? spokenNumbers[number] : undefined;
  return `${spoken ?? number}${inTenThousands ? '万' : ''}`;
}

function limitText(random: SeededRandom, { name, op, value, unit }: NeedLimit): string {
  const size = `${value}${unit}`;
  if (op === '>=') return drawOne(random, [`${name}≥${size}`, `${name}不低于${size}`, `${name} ${size}以上`]);
  if (op === '<=') return drawOne(random, [`${name}≤${size}`, `${name}不超过${size}`, `${name} ${size}以内`]);
  if (op === '±') return drawOne(random, [`${name}±${size}`, `${name} ±${value} ${unit}`]);
  if (unit === 'mm' && name.endsWith('径') && drawChance(random, 0.4)) return `Φ${value}`;
  return drawOne(random, [`${name}${size}`, `${name}：${size}`, `${name} ${value} ${unit}`.trimEnd()]);
}

/** Where a piece is empty its comma goes too, and a line that only holds its label. */
function tidy(text: string): string {
  return text
    .replace(/ +([，。的])/g, '$1')
    .replace(/[，。]*([，。])/g, '$1')
    .replace(/，。/g, '。')
    .replace(/([。：])[，。]+/g, '$1')
    .split('\n')
    .map((line) => line.replace(/^[，。]+/, '').replace(/，$/, ''))
    .filter((line) => line !== '' && !line.endsWith('：'))
    .join('\n');
}
