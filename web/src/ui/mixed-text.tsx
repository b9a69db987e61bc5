import { Children, type ReactNode } from 'react';
import { useLanguage } from '#platform/display';

/** a Chinese word with its punctuation; letters and figures inside it (`威海A公司`) belong to it */
const chinese = /(\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[A-Za-z0-9]+(?=\p{Script=Han}))*)/u;

/** In an English page the names and quoted words that stay Chinese say so, so that they are read aloud and drawn rightly. */
export function MixedText({ children }: { children: ReactNode }) {
  const language = useLanguage();
  if (language === 'zh') return children;
  return Children.map(children, (child) => (typeof child === 'string' ? marked(child) : child));
}

/** One piece for whoever lays it out: the spaces between the words of both languages are kept, also as an item of a flexible row. */
function marked(text: string): ReactNode {
  // with one group in the pattern every second piece is a Chinese one
  const pieces = text.split(chinese);
  if (pieces.length === 1) return text;
  return (
    <span>
      {pieces.map((piece, place) =>
        place % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other name
          <span key={place} lang="zh">
            {piece}
          </span>
        ) : (
          piece
        ),
      )}
    </span>
  );
}
