import type { getChain } from '@zhitong/contract/chains/chain-contract';
import { chainListWords } from '@zhitong/domain/chains/chain-list-words';
import { chainLists } from '@zhitong/domain/chains/chain-map';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { chainText } from './chain-text.ts';

type Entry = z.output<typeof getChain.reply>['entries'][number];

/** The lists beside the map (一图 N 单): what is known of the chain, each entry with its source. */
export function ChainLists({ entries }: { entries: readonly Entry[] }) {
  const say = useText(chainText);
  const language = useLanguage();
  const present = chainLists.filter((list) => entries.some((entry) => entry.list === list));
  if (present.length === 0) return null;
  return (
    <section className="zt-section zt-chain-lists-part" aria-labelledby="chain-lists">
      <h2 id="chain-lists">{say('lists', { count: present.length })}</h2>
      <div className="zt-chain-lists">
        {present.map((list) => (
          <section key={list} className="zt-card">
            <h3>{chainListWords[list][language]}</h3>
            <ul>
              {entries
                .filter((entry) => entry.list === list)
                .map(({ text, source }) => (
                  <li key={text}>
                    <p>
                      <MixedText>{text}</MixedText>
                    </p>
                    <p className="zt-meta">
                      <span lang={/\p{Script=Han}/u.test(source) ? 'zh' : 'en'}>{say('source', { source })}</span>
                    </p>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}
