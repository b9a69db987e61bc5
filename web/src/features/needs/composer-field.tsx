import type { ParseReply } from '@zhitong/contract/needs/need-contract';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { isComposing } from '#platform/composing';
import { phoneQuery } from '#platform/media';
import { useText } from '#platform/text';
import { composerText } from './composer-text.ts';

type Span = ParseReply['spans'][number];

interface ComposerFieldProps {
  readonly text: string;
  /** where something was found, in the text the server has read; empty while that text is older */
  readonly spans: readonly Span[];
  readonly onChange: (text: string) => void;
  readonly onPick: (span: Span) => void;
  readonly onSend: () => void;
}

/** The pasted words; what was understood is underlined behind them, and a click on it opens its chip. */
export function ComposerField({ text, spans, onChange, onPick, onSend }: ComposerFieldProps) {
  const say = useText(composerText);
  const field = useRef<HTMLTextAreaElement>(null);
  // the page was opened to write here; on a phone that would push the keyboard up unasked
  useEffect(() => {
    if (!matchMedia(phoneQuery).matches) field.current?.focus();
  }, []);
  const pick = () => {
    const element = field.current;
    if (!element || element.selectionStart !== element.selectionEnd) return;
    const span = spans.find(({ start, end }) => start < element.selectionStart && element.selectionStart < end);
    if (span) onPick(span);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) onSend();
  };
  return (
    <div className="zt-composer-field">
      <div className="zt-composer-paper">
        <div className="zt-composer-mirror" aria-hidden="true">
          {marked(text, spans)}
          {'\n'}
        </div>
        <textarea
          ref={field}
          aria-label={say('textLabel')}
          placeholder={say('placeholder')}
          value={text}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          onClick={pick}
          onKeyDown={onKey}
        />
      </div>
    </div>
  );
}

/** The text cut at the spans; a span is dropped when the text has changed under it. */
function marked(text: string, spans: readonly Span[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let done = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start < done || text.slice(span.start, span.end) !== span.quote) continue;
    parts.push(text.slice(done, span.start));
    parts.push(
      <mark key={span.start} className={span.guess ? 'zt-mark-guess' : undefined}>
        {span.quote}
      </mark>,
    );
    done = span.end;
  }
  parts.push(text.slice(done));
  return parts;
}
