import type { ParseReply } from '@zhitong/contract/needs/need-contract';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import type { Composer } from './composer.tsx';
import { composerText } from './composer-text.ts';

/** What is wrong with the text, what it may have meant, and what would save a round of questions. */
export function ComposerFindings({ composer }: { composer: Composer }) {
  const { parse, wish, edit } = composer;
  if (!parse.data || composer.draft.value.text.trim() === '') return null;
  return (
    <div className="zt-findings" aria-live="polite">
      <Issues issues={parse.data.issues.filter(({ code }) => code !== 'needs.no-product')} />
      {wish.products.length === 0 && (
        <Suggestions suggestions={parse.data.suggestions} onPick={(product) => edit({ products: [product] })} />
      )}
      <Quality quality={parse.data.quality} />
    </div>
  );
}

function Issues({ issues }: { issues: ParseReply['issues'] }) {
  return issues.map(({ code, message }) => (
    <p key={code + message} className="zt-field-error">
      {message}
    </p>
  ));
}

interface SuggestionsProps {
  readonly suggestions: ParseReply['suggestions'];
  readonly onPick: (product: ParseReply['suggestions'][number]) => void;
}

function Suggestions({ suggestions, onPick }: SuggestionsProps) {
  const say = useText(composerText);
  return (
    <p>
      {say('noProduct')}
      {suggestions.length > 0 && say('likeThese')}
      {suggestions.map((product) => (
        <button
          key={product.id}
          type="button"
          className="zt-plain-button zt-suggestion"
          lang="zh"
          onClick={() => onPick(product)}
        >
          {product.name}
        </button>
      ))}
    </p>
  );
}

function Quality({ quality }: { quality: ParseReply['quality'] }) {
  const say = useText(composerText);
  return (
    <div className="zt-quality">
      <p>
        <strong className="zt-figures">{say('quality', { score: quality.score, max: quality.max })}</strong>
        {quality.hints.length === 0 && <span className="zt-ink-2"> {say('qualityGood')}</span>}
      </p>
      <ul>
        {quality.hints.map((hint) => (
          <li key={hint.code + hint.text} className="zt-ink-2">
            <MixedText>{hint.text}</MixedText>
          </li>
        ))}
      </ul>
    </div>
  );
}
