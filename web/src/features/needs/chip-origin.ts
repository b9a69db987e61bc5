import type { ParseReply } from '@zhitong/contract/needs/need-contract';
import type { ChipEdits } from './composer-wish.ts';

type Span = ParseReply['spans'][number];
export type SpanKind = Span['kind'];

const editOf: Record<SpanKind, keyof ChipEdits> = {
  product: 'products',
  quantity: 'quantity',
  deadline: 'deadline',
  place: 'place',
  certificate: 'certificates',
  limit: 'limits',
};

/** The stretch of text a chip was read from; none when the person changed that kind of chip. */
export function originOf(
  kind: SpanKind,
  place: number,
  known: { readonly spans: readonly Span[]; readonly edits: ChipEdits },
): Span | undefined {
  if (known.edits[editOf[kind]] !== undefined) return undefined;
  return known.spans.filter((span) => span.kind === kind)[place];
}

/** The chip a stretch of text belongs to, by name. */
export function chipOf(span: Span, spans: readonly Span[]): string {
  return `${span.kind}-${spans.filter(({ kind }) => kind === span.kind).indexOf(span)}`;
}
