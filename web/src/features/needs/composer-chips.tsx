import type { ReactNode } from 'react';
import { useText } from '#platform/text';
import { AddChip, Chip } from './chip.tsx';
import { DeadlineEditor, LimitEditor, QuantityEditor, WordEditor } from './chip-editors.tsx';
import { originOf } from './chip-origin.ts';
import { useChipRows } from './chip-rows.tsx';
import type { Composer } from './composer.tsx';
import { composerText } from './composer-text.ts';
import { ProductEditor } from './product-editor.tsx';

interface ComposerChipsProps {
  readonly composer: Composer;
  /** the chip that is open, as `kind` or `kind-place` */
  readonly openChip: string | undefined;
  readonly onOpenChip: (chip: string | undefined) => void;
}

/** What was understood, each piece to correct or take away; taking away never edits the text. */
export function ComposerChips({ composer, openChip, onOpenChip }: ComposerChipsProps) {
  const say = useText(composerText);
  const rows = useChipRows(composer, () => onOpenChip(undefined));
  const spans = composer.parse.data?.spans ?? [];
  const edited = composer.draft.value.edits;
  return (
    <section aria-label={say('chips')} className="zt-chips">
      {rows.map((row) => {
        const name = `${row.kind}-${row.place}`;
        const origin = originOf(row.kind, row.place, { spans, edits: edited });
        return (
          <Chip
            key={`${name}${row.words}`}
            kind={say(row.kind)}
            words={row.words}
            origin={origin ? say('origin', { quote: origin.quote }) : say('byYou')}
            guess={origin?.guess ?? false}
            open={openChip === name}
            onOpen={(open) => onOpenChip(open ? name : undefined)}
            editor={row.editor}
            onRemove={row.onRemove}
          />
        );
      })}
      <MissingChips composer={composer} openChip={openChip} onOpenChip={onOpenChip} />
    </section>
  );
}

function MissingChips({ composer: { wish, edit }, openChip, onOpenChip }: ComposerChipsProps) {
  const say = useText(composerText);
  const apply = (change: Parameters<typeof edit>[0]) => {
    edit(change);
    onOpenChip(undefined);
  };
  const missing: readonly (readonly [string, string, ReactNode] | false)[] = [
    [
      'add-product',
      say('addProduct'),
      <ProductEditor key="p" onApply={(product) => apply({ products: [...wish.products, product] })} />,
    ],
    wish.quantity === null && [
      'add-quantity',
      say('addQuantity'),
      <QuantityEditor key="q" value={undefined} onApply={(quantity) => apply({ quantity })} />,
    ],
    [
      'add-limit',
      say('addLimit'),
      <LimitEditor key="l" value={undefined} onApply={(limit) => apply({ limits: [...wish.limits, limit] })} />,
    ],
    wish.deadline === null && [
      'add-deadline',
      say('addDeadline'),
      <DeadlineEditor key="d" value={undefined} onApply={(deadline) => apply({ deadline })} />,
    ],
    wish.place === null && [
      'add-place',
      say('addPlace'),
      <WordEditor
        key="w"
        label={say('placeName')}
        maxLength={60}
        value={undefined}
        onApply={(text) => apply({ place: { text, region: null } })}
      />,
    ],
    [
      'add-certificate',
      say('addCertificate'),
      <WordEditor
        key="c"
        label={say('certificateName')}
        maxLength={80}
        value={undefined}
        onApply={(name) => apply({ certificates: [...wish.certificates, name] })}
      />,
    ],
  ];
  return missing
    .filter((row) => row !== false)
    .map(([name, word, editor]) => (
      <AddChip
        key={name}
        word={word}
        open={openChip === name}
        onOpen={(open) => onOpenChip(open ? name : undefined)}
        editor={editor}
      />
    ));
}
