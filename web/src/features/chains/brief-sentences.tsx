import type { BriefReply } from '@zhitong/contract/chains/brief-contract';
import { keepTogether } from '#platform/keep-together';
import { AppLink } from '#ui/app-link';

type Ref = NonNullable<BriefReply['sentences'][number][number]['ref']>;

/** Five sentences; every figure opens the rows it counts. */
export function BriefSentences({ brief: { chain, sentences } }: { brief: BriefReply }) {
  return (
    <ol className="zt-brief-sentences">
      {sentences.map((pieces) => (
        <li key={pieces.map(({ text }) => text).join('')}>
          {pieces.map(({ text, ref }, at) => {
            const key = `${at} ${text}`;
            return ref === null ? (
              <span key={key}>{keepTogether(text)}</span>
            ) : (
              <AppLink key={key} className="zt-figures" to={addressOf(chain.id, ref)}>
                {keepTogether(text)}
              </AppLink>
            );
          })}
        </li>
      ))}
    </ol>
  );
}

function addressOf(chainId: string, { kind, id }: Ref): string {
  const addresses = {
    ...{ chain: `/chains/${chainId}`, gaps: `/chains/${chainId}/gaps`, drill: `/chains/${chainId}/drill` },
    ...{ gap: `/chains/${chainId}/gaps/${encodeURIComponent(id)}`, deals: '/deals', orders: '/orders' },
  } as const satisfies Record<Ref['kind'], string>;
  return addresses[kind];
}
