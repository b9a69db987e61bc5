import type { Callbacks } from '@zhitong/contract/needs/rating-contract';
import { drawCallbacks } from '@zhitong/domain/needs/callback-sample';
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '#platform/text';
import { ratingsText } from './ratings-text.ts';

/** The seed, what it draws from, and the draw once more in this browser. */
export function CallbackRecheck({ sample }: { sample: Callbacks }) {
  const say = useText(ratingsText);
  const [drawn, setDrawn] = useState<{ readonly of: Callbacks; readonly ids: readonly string[] }>();
  const { seed, ids, callbacks, date } = sample;
  const shown = callbacks.map((row) => row.case.id);
  return (
    <details className="zt-rating-recheck">
      <summary>{say('recheck')}</summary>
      <p>{say('recheckHow')}</p>
      <dl className="zt-facts">
        <div>
          <dt>{say('seed')}</dt>
          <dd>
            <code>{seed}</code>
          </dd>
        </div>
      </dl>
      <Button onClick={() => setDrawn({ of: sample, ids: drawCallbacks(date, ids) })}>{say('drawAgain')}</Button>
      <p role="status">
        {drawn?.of === sample && (isSame(drawn.ids, shown) ? say('same', { count: shown.length }) : say('different'))}
      </p>
      <details>
        <summary>{say('ids', { count: ids.length })}</summary>
        <pre className="zt-rating-ids">{ids.join('\n')}</pre>
      </details>
    </details>
  );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
