import type { Segment } from '@zhitong/domain/chains/chain-map';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import type { Drag } from './draft-drag.ts';
import { shownName } from './draft-names.ts';
import { draftText } from './draft-text.ts';

const mostChips = 12;

interface DraftCardProps {
  readonly segment: Segment;
  readonly nameOf: (product: string) => string;
  readonly still: boolean;
  /** something is dragged onto it, or from it */
  readonly marked: 'target' | 'source' | undefined;
  /** a segment would be put right above it */
  readonly dropBefore: boolean;
  readonly grip: (of: Pick<Drag, 'kind' | 'id' | 'words'>) => (event: PointerEvent) => void;
  readonly keys: {
    readonly tabIndex: number;
    readonly ref: (head: HTMLButtonElement | null) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: () => void;
  };
  readonly onOpen: () => void;
  readonly onNear: (segment: string | undefined) => void;
}

/** A segment with its products: the head moves it, a product is moved by its chip, the dot at the right draws a link. */
export function DraftCard(props: DraftCardProps) {
  const { segment, nameOf, still, marked, dropBefore, grip, keys, onOpen, onNear } = props;
  const say = useText(draftText);
  const language = useLanguage();
  const { id, products } = segment;
  const name = shownName(segment, language);
  const hold = (of: Parameters<typeof grip>[0]) => (still ? undefined : grip(of));
  const classes = ['zt-draft-card', marked && `zt-draft-${marked}`, dropBefore && 'zt-draft-before'];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the head is the control; the lines of what the pointer is over only stand out
    <div
      className={classes.filter(Boolean).join(' ')}
      data-segment={id}
      onMouseEnter={() => onNear(id)}
      onMouseLeave={() => onNear(undefined)}
    >
      <button
        type="button"
        className="zt-draft-head"
        tabIndex={keys.tabIndex}
        ref={keys.ref}
        onClick={onOpen}
        onKeyDown={keys.onKeyDown}
        onFocus={() => {
          keys.onFocus();
          onNear(id);
        }}
        onBlur={() => onNear(undefined)}
        onPointerDown={hold({ kind: 'segment', id, words: name })}
      >
        <MixedText>{name}</MixedText>
        <span className="zt-meta">{products.length}</span>
      </button>
      <ul className="zt-draft-chips">
        {products.slice(0, mostChips).map((product) => (
          <li key={product} onPointerDown={hold({ kind: 'product', id: product, words: nameOf(product) })}>
            <MixedText>{nameOf(product)}</MixedText>
          </li>
        ))}
        {products.length === 0 && <li className="zt-draft-none">{say('emptySegment')}</li>}
        {products.length > mostChips && (
          <li className="zt-draft-none">{say('moreProducts', { count: products.length - mostChips })}</li>
        )}
      </ul>
      {!still && (
        <button
          type="button"
          className="zt-draft-port"
          tabIndex={-1}
          aria-label={say('linkFrom', { segment: name })}
          title={say('linkFrom', { segment: name })}
          onPointerDown={hold({ kind: 'link', id, words: name })}
        />
      )}
    </div>
  );
}
