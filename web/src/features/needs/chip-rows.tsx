import type { ReactNode } from 'react';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatBefore } from '#platform/format-date';
import { formatNeedLimit, formatQuantity } from '#platform/format-quantity';
import { useText } from '#platform/text';
import { DeadlineEditor, LimitEditor, QuantityEditor, WordEditor } from './chip-editors.tsx';
import type { SpanKind } from './chip-origin.ts';
import type { Composer } from './composer.tsx';
import { composerText } from './composer-text.ts';
import type { ChipEdits } from './composer-wish.ts';
import { ProductEditor } from './product-editor.tsx';

export interface ChipRow {
  readonly kind: SpanKind;
  readonly place: number;
  readonly words: string;
  readonly editor: ReactNode;
  readonly onRemove: () => void;
}

/** One row a chip, in the order a buyer reads them: product, quantity, figures, delivery, place, certificates. */
export function useChipRows(composer: Composer, close: () => void): readonly ChipRow[] {
  const apply = (change: ChipEdits) => {
    composer.edit(change);
    close();
  };
  const { products, figures, certificates } = useListRows(composer, apply);
  const { quantity, deadline, place } = useSingleRows(composer, apply);
  return [...products, quantity, ...figures, deadline, place, ...certificates].filter((row) => row !== null);
}

type Apply = (change: ChipEdits) => void;

/** Kinds of which a need may have several. */
function useListRows({ wish, edit }: Composer, apply: Apply) {
  const say = useText(composerText);
  const language = useLanguage();
  const products = wish.products.map(
    (product, at): ChipRow => ({
      kind: 'product',
      place: at,
      words: product.name,
      editor: <ProductEditor onApply={(next) => apply({ products: wish.products.with(at, next) })} />,
      onRemove: () => edit({ products: wish.products.toSpliced(at, 1) }),
    }),
  );
  const figures = wish.limits.map(
    (limit, at): ChipRow => ({
      kind: 'limit',
      place: at,
      words: formatNeedLimit(limit, language),
      editor: <LimitEditor value={limit} onApply={(next) => apply({ limits: wish.limits.with(at, next) })} />,
      onRemove: () => edit({ limits: wish.limits.toSpliced(at, 1) }),
    }),
  );
  const certificates = wish.certificates.map(
    (name, at): ChipRow => ({
      kind: 'certificate',
      place: at,
      words: name,
      editor: (
        <WordEditor
          label={say('certificateName')}
          maxLength={80}
          value={name}
          onApply={(next) => apply({ certificates: wish.certificates.with(at, next) })}
        />
      ),
      onRemove: () => edit({ certificates: wish.certificates.toSpliced(at, 1) }),
    }),
  );
  return { products, figures, certificates };
}

/** Kinds of which a need has one. */
function useSingleRows({ wish, edit }: Composer, apply: Apply) {
  const say = useText(composerText);
  const language = useLanguage();
  const minute = useMinute();
  const { quantity, deadline, place } = wish;
  const quantityRow: ChipRow | null = quantity && {
    kind: 'quantity',
    place: 0,
    words: formatQuantity(quantity, language),
    editor: <QuantityEditor value={quantity} onApply={(next) => apply({ quantity: next })} />,
    onRemove: () => edit({ quantity: null }),
  };
  const deadlineRow: ChipRow | null =
    deadline === null
      ? null
      : {
          kind: 'deadline',
          place: 0,
          words: formatBefore(deadline, minute, language),
          editor: <DeadlineEditor value={deadline} onApply={(next) => apply({ deadline: next })} />,
          onRemove: () => edit({ deadline: null }),
        };
  const placeRow: ChipRow | null = place && {
    kind: 'place',
    place: 0,
    words: place.text,
    editor: (
      <WordEditor
        label={say('placeName')}
        maxLength={60}
        value={place.text}
        onApply={(text) => apply({ place: { text, region: null } })}
      />
    ),
    onRemove: () => edit({ place: null }),
  };
  return { quantity: quantityRow, deadline: deadlineRow, place: placeRow };
}
