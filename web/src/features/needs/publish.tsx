import { useQueryClient } from '@tanstack/react-query';
import { getHome } from '@zhitong/contract/matching/home-contract';
import { getNeed, listNeeds, publishNeed, withdrawNeed } from '@zhitong/contract/needs/need-contract';
import { classReasonWords, type NeedClassing, needClassWords } from '@zhitong/domain/needs/need-class';
import { classifyNeed } from '@zhitong/domain/needs/need-classifier';
import { longestNeedText } from '@zhitong/domain/needs/parse-result';
import { Button } from 'antd';
import { useGo } from '#platform/address';
import { call } from '#platform/api';
import { useLanguage } from '#platform/display';
import { isRefused, refresh, useDo } from '#platform/query';
import { textOf, useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Refused, Trouble } from '#ui/states';
import { offerUndo } from '#ui/undo';
import type { Composer } from './composer.tsx';
import { composerText } from './composer-text.ts';
import { correctedChips } from './composer-wish.ts';
import { keptText } from './kept-text.ts';

export interface Publishing {
  readonly publish: () => void;
  readonly ready: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  /** it will be kept back for the bureau to look at, by its words; null: it goes to suppliers */
  readonly keptBack: NeedClassing | null;
}

/** Sends the need once, however often the button is pressed; then the need's own page opens with ten seconds to take it back. */
export function usePublishing(composer: Composer): Publishing {
  const go = useGo();
  const client = useQueryClient();
  const sending = useDo(publishNeed);
  const { text, edits, key, gap } = composer.draft.value;
  const ready = text.trim() !== '' && text.length <= longestNeedText && composer.wish.products.length > 0;

  const publish = () => {
    if (!ready || sending.isPending) return;
    const chips = correctedChips(edits);
    const body = { kind: 'sourcing' as const, text, idempotencyKey: key, ...(chips && { chips }), ...(gap && { gap }) };
    sending.mutate(
      { body },
      {
        onSuccess: ({ need, matched, keptBack }) => {
          composer.discard();
          refresh(client, listNeeds, getHome);
          const say = textOf(composerText);
          const nobody = keptBack ? say('publishedKept') : say('publishedNobody');
          const sentence = matched > 0 ? say('published', { count: matched }) : nobody;
          offerUndo(sentence, () => void takeBack(need.id).then(() => refresh(client, getNeed, listNeeds, getHome)));
          go(`/needs/${need.id}`);
        },
        onError: (error) => rekeyAfter(error, composer),
      },
    );
  };
  const keptBack = ready ? classifyNeed({ text, hasProduct: true, history: unasked }) : null;
  return { publish, ready, pending: sending.isPending, error: sending.error, keptBack };
}

/** What the firm asked before is weighed when it is sent. */
const unasked = { undecided: 0, most: Number.POSITIVE_INFINITY };

/** Other words were sent under the key of this draft: pressed once more, these are sent as another need. */
export function rekeyAfter(error: Error, composer: Composer): void {
  if (isRefused(error) && error.code === 'needs.key-used') composer.rekey();
}

async function takeBack(id: string): Promise<void> {
  await call(withdrawNeed, { params: { id } }).catch(() => undefined);
}

/** Before or after the one button: how many will be told, who can see it, and what stood in the way. */
export function PublishBar({ publishing, reach }: { publishing: Publishing; reach: number | undefined }) {
  const say = useText(composerText);
  return (
    <div className="zt-publish">
      {publishing.error && <PublishTrouble error={publishing.error} onRetry={publishing.publish} />}
      <KeptWarning publishing={publishing} />
      <PublishButton publishing={publishing} reach={publishing.keptBack ? undefined : reach} />
      {!publishing.ready && <p className="zt-meta">{say('toPublish')}</p>}
      {reach !== undefined && reach > 0 && !publishing.keptBack && (
        <p className="zt-meta">{say('whoSees', { count: reach })}</p>
      )}
    </div>
  );
}

/** Before sending: why it will reach no supplier yet, and what happens then. */
export function KeptWarning({ publishing: { keptBack } }: { publishing: Publishing }) {
  const say = useText(keptText);
  const language = useLanguage();
  if (!keptBack) return null;
  return (
    <div className="zt-notice" role="status">
      <p>{say('before', { class: needClassWords[keptBack.class][language] })}</p>
      <ul>
        {keptBack.reasons.map((reason) => (
          <li key={`${reason.code} ${reason.span?.start ?? ''}`}>
            {reason.span
              ? say('quote', { reason: classReasonWords[reason.code][language], quote: reason.span.quote })
              : classReasonWords[reason.code][language]}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function PublishButton({ publishing, reach }: { publishing: Publishing; reach: number | undefined }) {
  const say = useText(composerText);
  const word = reach ? say('publishNotify', { count: reach }) : say('publish');
  return (
    <Button
      type="primary"
      size="large"
      disabled={!publishing.ready}
      loading={publishing.pending}
      title={publishing.ready ? undefined : say('toPublish')}
      onClick={publishing.publish}
    >
      {word}
    </Button>
  );
}

/** A refusal in place; a twin is led to. */
export function PublishTrouble({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const say = useText(composerText);
  if (!isRefused(error)) return <Trouble error={error} onRetry={onRetry} />;
  const { needId } = error.details;
  return (
    <>
      <Refused sentence={error.message} />
      {typeof needId === 'string' && <AppLink to={`/needs/${needId}`}>{say('openIt')}</AppLink>}
    </>
  );
}
