import { previewPolicy } from '@zhitong/contract/needs/policy-paper-contract';
import { Button } from 'antd';
import type { z } from 'zod';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Trouble } from '#ui/states';
import { conditionsOf, type PaperFields, unfinishedConditions } from './paper-fields.ts';
import { paperText } from './paper-text.ts';

type Reach = z.output<typeof previewPolicy.reply>;

/** Before it is published: how many firms it finds, and which single fact would decide for most. */
export function PaperReach({ fields }: { fields: PaperFields }) {
  const say = useText(paperText);
  const asking = useDo(previewPolicy);
  const ready = unfinishedConditions(fields).length === 0;
  return (
    <section className="zt-paper-reach">
      <p className="zt-meta">{say('previewHint')}</p>
      <Button
        disabled={!ready}
        loading={asking.isPending}
        onClick={() => asking.mutate({ body: { conditions: conditionsOf(fields) } })}
      >
        {say('preview')}
      </Button>
      <div aria-live="polite">
        {asking.error && <Trouble error={asking.error} />}
        {asking.data && <ReachTable reach={asking.data} />}
      </div>
    </section>
  );
}

const parts = ['qualifies', 'oneMissing', 'open', 'no'] as const;

function ReachTable({ reach }: { reach: Reach }) {
  const say = useText(paperText);
  const [best] = reach.deciding;
  return (
    <>
      <dl className="zt-paper-figures" aria-label={say('previewTitle')}>
        {parts.map((part) => (
          <div key={part}>
            <dt>{say(`reach.${part}`)}</dt>
            <dd>{say('firms', { count: reach[part].toLocaleString('en') })}</dd>
          </div>
        ))}
      </dl>
      <p>{best ? say('deciding', { name: best.name, firms: best.firms.toLocaleString('en') }) : say('decidingNone')}</p>
    </>
  );
}
