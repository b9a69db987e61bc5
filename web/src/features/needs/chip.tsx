import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useText } from '#platform/text';
import { Bubble } from '#ui/bubble';
import { MixedText } from '#ui/mixed-text';
import { composerText } from './composer-text.ts';

interface ChipProps {
  readonly kind: string;
  readonly words: string;
  /** where it was read, or that the person entered it */
  readonly origin: string;
  readonly guess: boolean;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly editor: ReactNode;
  readonly onRemove: () => void;
}

/** One thing that was understood: its kind, its value, its origin; a guess is dotted and asks to be confirmed. */
export function Chip({ kind, words, origin, guess, open, onOpen, editor, onRemove }: ChipProps) {
  const say = useText(composerText);
  const panel = (
    <>
      <p className="zt-meta">{origin}</p>
      {editor}
    </>
  );
  return (
    <span className={guess ? 'zt-chip zt-chip-guess' : 'zt-chip'}>
      <Bubble title={kind} content={panel} open={open} onOpen={onOpen}>
        <button type="button" className="zt-chip-words" aria-expanded={open}>
          <span className="zt-chip-kind">{kind}</span>
          <span>
            <MixedText>{words}</MixedText>
          </span>
          {guess && <span className="zt-chip-confirm">{say('confirm')}</span>}
        </button>
      </Bubble>
      <button type="button" className="zt-chip-remove" aria-label={say('remove', { what: words })} onClick={onRemove}>
        <CloseOutlined aria-hidden="true" />
      </button>
    </span>
  );
}

interface AddChipProps {
  readonly word: string;
  readonly title?: string | undefined;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly editor: ReactNode;
}

/** A fact that is still missing, ready to be filled. */
export function AddChip({ word, title, open, onOpen, editor }: AddChipProps) {
  return (
    <Bubble title={word} content={editor} open={open} onOpen={onOpen}>
      <button type="button" className="zt-chip-add" title={title} aria-expanded={open}>
        <PlusOutlined aria-hidden="true" />
        <span>{word}</span>
      </button>
    </Bubble>
  );
}
