import type { CatalogueRegion } from '../matching/catalogue.ts';
import { certificatesIn } from '../matching/certificate-names.ts';
import type { LexiconHit, ProductLexicon } from '../matching/product-lexicon.ts';
import type { Quantity } from '../matching/quantity.ts';
import { type NormalText, normaliseText, originOf } from '../matching/text-normal.ts';
import { blankOut, mostFindings, type Reading, type Span } from '../matching/text-span.ts';
import { Refusal } from '../refusal.ts';
import { readDeadlines, type WrittenDeadline } from './parse-deadline.ts';
import { deadlineIssue, quantityIssue } from './parse-issues.ts';
import { readLimits } from './parse-limit.ts';
import { readPlace } from './parse-place.ts';
import { wantedProducts } from './parse-purpose.ts';
import { needQuality } from './parse-quality.ts';
import { readQuantities } from './parse-quantity.ts';
import {
  type FoundQuote,
  longestNeedText,
  type ParsedNeed,
  type ParseIssue,
  type QuoteKind,
  quoteKinds,
} from './parse-result.ts';

export interface ParseContext {
  readonly lexicon: ProductLexicon;
  /** ISO date of the reader's day; `本周` and `月底` are counted from it */
  readonly today: string;
  readonly regions: readonly CatalogueRegion[];
  /** figures that suppliers of a product usually state, most usual first; a missing one becomes a hint */
  readonly usualLimits?: (productId: string) => readonly string[];
}

/** Reads one pasted paragraph. Throws `needs.text-too-long`; everything else that is wrong is in `issues`. Cost: linear in the text. */
export function parseNeed(text: string, { lexicon, today, regions, usualLimits = () => [] }: ParseContext): ParsedNeed {
  if (text.length > longestNeedText)
    throw new Refusal('needs.text-too-long', { length: text.length.toLocaleString('en-US') });
  const normal = normaliseText(text);
  const certificates = certificatesIn(normal.text)
    .slice(0, mostFindings)
    .map(({ name, start, end }): Reading<string> => ({ value: name, start, end, guess: false }));
  const afterPapers = blankOut(normal.text, certificates);
  const deadlines = readDeadlines(afterPapers, today);
  const afterDays = blankOut(afterPapers, deadlines);
  const named = productsIn(text, normal, lexicon);
  const limits = readLimits(afterDays, named);
  const afterLimits = blankOut(afterDays, limits);
  // a product, except where the text is already understood as something else
  const unread = named.filter(({ start, end }) => afterLimits.slice(start, end) === normal.text.slice(start, end));
  const products = wantedProducts(normal.text, unread);
  const quantities = readQuantities(blankOut(afterLimits, unread));
  const place = readPlace(afterLimits, regions);
  const deadline = chosenDeadline(deadlines);
  const quantity = chosenQuantity(quantities);
  const kinds = {
    certificate: certificates,
    deadline: listOf(deadline),
    limit: limits,
    product: products,
    quantity: listOf(quantity),
    place: listOf(place),
  };
  const need = {
    products: products.map(({ value }) => ({ id: value.productId, name: value.name, quote: value.quote })),
    quantity: quantity !== null && quantityIssue(quantity.value) === null ? quantity.value : null,
    deadline: deadline !== null && deadlineIssue(deadline.value.date, '', today) === null ? deadline.value.date : null,
    place: place === null ? null : { text: quoteOf(text, normal, place), region: place.value },
    certificates: [...new Set(certificates.map(({ value }) => value))],
    limits: limits.map(({ value }) => value),
    quotes: quotesOf(text, normal, kinds),
    issues: issuesOf({ text, quantity, deadline, today, productCount: products.length }),
  };
  return { ...need, quality: needQuality(need, usualLimits) };
}

/** Names of products, at their places in the normalised text. */
function productsIn(text: string, normal: NormalText, lexicon: ProductLexicon): Reading<LexiconHit>[] {
  return lexicon
    .find(text)
    .slice(0, mostFindings)
    .flatMap((hit) => {
      const start = normal.origin.indexOf(hit.start);
      const end = normal.origin.indexOf(hit.end);
      return start < 0 || end < 0 ? [] : [{ value: hit, start, end, guess: false }];
    });
}

/** A rate before a lot, then the first: `5 吨/天, 首批 3 吨` asks for five a day. */
function chosenQuantity(quantities: readonly Reading<Quantity>[]): Reading<Quantity> | null {
  return (
    quantities.find(({ value }) => value.per !== 'once') ??
    quantities.find(({ guess }) => !guess) ??
    quantities[0] ??
    null
  );
}

/** The day with words of delivery beside it, then the first. A day that is no deadline by its words and has passed is left alone. */
function chosenDeadline(deadlines: readonly Reading<WrittenDeadline>[]): Reading<WrittenDeadline> | null {
  return deadlines.find(({ value }) => value.due) ?? deadlines[0] ?? null;
}

interface Doubtful {
  readonly text: string;
  readonly quantity: Reading<Quantity> | null;
  readonly deadline: Reading<WrittenDeadline> | null;
  readonly today: string;
  readonly productCount: number;
}

function issuesOf({ text, quantity, deadline, today, productCount }: Doubtful): ParseIssue[] {
  if (text.trim() === '') return [{ code: 'needs.text-empty', details: {} }];
  const issues: (ParseIssue | null)[] = [
    productCount === 0 ? { code: 'needs.no-product', details: {} } : null,
    quantity === null ? null : quantityIssue(quantity.value),
    deadline === null || !deadline.value.due ? null : deadlineIssue(deadline.value.date, deadline.value.written, today),
  ];
  return issues.filter((issue) => issue !== null);
}

/** Each stretch once: a range is two limits and one quote. */
function quotesOf(text: string, normal: NormalText, kinds: Readonly<Record<QuoteKind, readonly Span[]>>): FoundQuote[] {
  const quotes = new Map<string, FoundQuote>();
  for (const kind of quoteKinds) {
    for (const span of kinds[kind]) {
      const { start, end } = originOf(normal, span.start, span.end);
      quotes.set(`${start}-${end}`, { kind, start, end, quote: text.slice(start, end), guess: span.guess });
    }
  }
  return [...quotes.values()].sort((a, b) => a.start - b.start);
}

function quoteOf(text: string, normal: NormalText, span: Span): string {
  const { start, end } = originOf(normal, span.start, span.end);
  return text.slice(start, end);
}

function listOf<T>(one: T | null): T[] {
  return one === null ? [] : [one];
}
