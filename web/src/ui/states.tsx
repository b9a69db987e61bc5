import { Button, Skeleton } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useOnline } from '#platform/online';
import { isRefused, referenceOf } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from './app-link.tsx';

const slowAfter = 5_000;

/** Rows in the shape of the content; after five seconds it says that the network is slow. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const say = useText(sharedText);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfter);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="zt-state-loading" aria-busy="true">
      <span className="zt-only-read" role="status">
        {say('loading')}
      </span>
      <Skeleton active title={false} paragraph={{ rows }} />
      {slow && <p className="zt-meta">{say('stillLoading')}</p>}
    </div>
  );
}

/** Nothing here yet: one sentence what will stand here, and the one action. */
export function Empty({ sentence, action }: { sentence: string; action?: ReactNode }) {
  return (
    <div className="zt-state">
      <p>{sentence}</p>
      {action}
    </div>
  );
}

/** The filter leaves nothing over. */
export function EmptyFiltered({ onClear }: { onClear: () => void }) {
  const say = useText(sharedText);
  return (
    <div className="zt-state">
      <p>
        {say('emptyFiltered')}
        <Button type="link" onClick={onClear}>
          {say('clearFilters')}
        </Button>
      </p>
    </div>
  );
}

/** The server refused, or did not answer: what happened, why, what to do. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  if (isRefused(error, 404)) return <Missing />;
  if (isRefused(error, 503)) return <Away sentence={error.message} {...(onRetry && { onRetry })} />;
  if (isRefused(error, 403) && error.code === 'platform.viewing-withheld') return <Withheld sentence={error.message} />;
  if (isRefused(error)) return <Refused sentence={error.message} />;
  return <Failed reference={referenceOf(error)} {...(onRetry && { onRetry })} />;
}

function Missing() {
  const say = useText(sharedText);
  return (
    <div className="zt-state" role="alert">
      <p>{say('notFound')}</p>
      <AppLink to="/">{say('backHome')}</AppLink>
    </div>
  );
}

/** Nothing failed: it is only not for the one who looks on. */
function Withheld({ sentence }: { sentence: string }) {
  return (
    <div className="zt-state" role="status">
      <p>{sentence}</p>
    </div>
  );
}

/** Nothing is wrong with what was asked: the same can be done again in a moment. */
function Away({ sentence, onRetry }: { sentence: string; onRetry?: () => void }) {
  const say = useText(sharedText);
  return (
    <div className="zt-state" role="alert">
      <p>{sentence}</p>
      {onRetry && <Button onClick={onRetry}>{say('retry')}</Button>}
    </div>
  );
}

/** The sentence of a refusal, in place. */
export function Refused({ sentence }: { sentence: string }) {
  return (
    <p className="zt-refused" role="alert">
      {sentence}
    </p>
  );
}

function Failed({ reference, onRetry }: { reference: string; onRetry?: () => void }) {
  const say = useText(sharedText);
  return (
    <div className="zt-state" role="alert">
      <p>
        {say('failed')}
        {reference && <span className="zt-meta"> {say('failedReference', { reference: reference.slice(-8) })}</span>}
      </p>
      {onRetry && <Button onClick={onRetry}>{say('retry')}</Button>}
    </div>
  );
}

/** A strip while the device has no network. */
export function OfflineStrip() {
  const say = useText(sharedText);
  const online = useOnline();
  if (online) return null;
  return (
    <p className="zt-offline" role="status">
      {say('offline')}
    </p>
  );
}

interface Asked<Value> {
  readonly data: Value | undefined;
  readonly error: unknown;
  readonly isPlaceholderData: boolean;
  readonly refetch: () => unknown;
}

/** The four designed states of a question to the server; old rows stay, dimmed, while fresh ones come. */
export function Answered<Value>({
  asked,
  children,
  rows,
}: {
  asked: Asked<Value>;
  children: (value: Value) => ReactNode;
  rows?: number;
}) {
  if (asked.data !== undefined) {
    return <div className={asked.isPlaceholderData ? 'zt-stale' : undefined}>{children(asked.data)}</div>;
  }
  if (asked.error) return <Trouble error={asked.error} onRetry={() => void asked.refetch()} />;
  return <Loading {...(rows !== undefined && { rows })} />;
}
