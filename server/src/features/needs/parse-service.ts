import type { Language } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { needTextRefusals } from '@zhitong/domain/needs/need-refusals';
import { hintText } from '@zhitong/domain/needs/parse-hint-text';
import { parseNeed } from '@zhitong/domain/needs/parse-need';
import { fillIn } from '@zhitong/domain/refusal';
import type { NeedMatching } from '#features/matching/public';
import type { Effects } from '#platform/effects';

/** What is understood of a pasted paragraph, in the reader's language. */
export function parseFor(
  { matching, effects }: { matching: NeedMatching; effects: Effects },
  { text, language }: { text: string; language: Language },
) {
  const parsed = parseNeed(text, matching.parseContext(cityDay(effects.now())));
  const { quantity } = parsed;
  return {
    products: [...parsed.products],
    ...(quantity === null ? {} : { quantity: quantity.amount, unit: quantity.unit, per: quantity.per }),
    ...(parsed.deadline === null ? {} : { deadline: parsed.deadline }),
    ...(parsed.place === null ? {} : { place: parsed.place }),
    certificates: [...parsed.certificates],
    limits: [...parsed.limits],
    spans: [...parsed.quotes],
    issues: parsed.issues.map(({ code, details }) => ({
      code,
      message: fillIn(needTextRefusals[code][language], details),
    })),
    suggestions: parsed.products.length === 0 ? matching.suggestProducts(text) : [],
    quality: {
      score: parsed.quality.score,
      max: parsed.quality.max,
      hints: parsed.quality.hints.map((hint) => ({
        code: hint.code,
        params: known(hint.params),
        text: hintText(hint, language),
      })),
    },
  };
}

function known(params: Readonly<Record<string, string | number | null>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string | number] => entry[1] !== null),
  );
}
