import { compareChain, type getChain } from '@zhitong/contract/chains/chain-contract';
import { Select } from 'antd';
import type { z } from 'zod';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatNames, formatParts } from '#platform/format-list';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { Answered } from '#ui/states';
import { chainText } from './chain-text.ts';
import { VersionWords } from './version-words.tsx';

type Comparison = z.output<typeof compareChain.reply>;

interface ChainComparisonProps {
  readonly chainId: string;
  readonly versions: z.output<typeof getChain.reply>['versions'];
}

/** What became of the segments from one version to another: a sentence, then the list. */
export function ChainComparison({ chainId, versions }: ChainComparisonProps) {
  const say = useText(chainText);
  const address = useAddress();
  const [before, after] = versions.slice(-2).map(({ number }) => number);
  const asked = { from: address.get('from'), to: address.get('to') };
  const numberOf = (text: string | undefined, usual = 1) =>
    versions.find(({ number }) => String(number) === text)?.number ?? usual;
  const query = { from: numberOf(asked.from, before), to: numberOf(asked.to, after) };
  const comparison = useAsk(compareChain, { params: { id: chainId }, query });
  const options = versions.map((version) => ({ value: version.number, label: <VersionWords version={version} /> }));
  return (
    <section className="zt-card zt-padded zt-comparison" aria-label={say('compare')}>
      <div className="zt-chain-controls">
        <span>{say('compareFrom')}</span>
        <Select
          aria-label={say('compareFrom')}
          value={query.from}
          options={options}
          onChange={(number) => address.set({ from: String(number) })}
        />
        <span>{say('compareTo')}</span>
        <Select
          aria-label={say('compareTo')}
          value={query.to}
          options={options}
          onChange={(number) => address.set({ to: String(number) })}
        />
      </div>
      <Answered asked={comparison} rows={3}>
        {(found) => <ComparisonBody found={found} />}
      </Answered>
    </section>
  );
}

const kinds = ['added', 'removed', 'split', 'merged', 'renamed', 'moved'] as const;

/** What became of the segments, as a sentence and a list. */
export function ComparisonBody({ found }: { found: Comparison }) {
  const say = useText(chainText);
  const language = useLanguage();
  const lines = useLines(found);
  const present = kinds.filter((kind) => lines[kind].length > 0);
  if (present.length === 0) return <p>{say('compareSame')}</p>;
  const parts = present.map((kind) => say(kind, { count: lines[kind].length }));
  return (
    <>
      <p>
        <strong>{formatParts(parts, language)}</strong>
      </p>
      <div className="zt-comparison-kinds">
        {present.map((kind) => (
          <div key={kind}>
            <h3>{say(`${kind}Head`)}</h3>
            <ul>
              {lines[kind].map((line) => (
                <li key={line}>
                  <MixedText>{line}</MixedText>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  );
}

function useLines(found: Comparison): Readonly<Record<(typeof kinds)[number], readonly string[]>> {
  const say = useText(chainText);
  const language = useLanguage();
  const names = (named: readonly { readonly name: string }[]) =>
    formatNames(
      named.map(({ name }) => name),
      language,
    );
  const turns = (before: string, after: string) => say('becomes', { before, after });
  const placeOf = (segment: { readonly name: string } | null) => segment?.name ?? say('notInChain');
  return {
    added: found.added.map(({ name }) => name),
    removed: found.removed.map(({ name }) => name),
    renamed: found.renamed.map(({ name, before }) => turns(before, name)),
    split: found.split.map(({ from, into }) => turns(from.name, names(into))),
    merged: found.merged.map(({ from, into }) => turns(names(from), into.name)),
    moved: found.moved.map(
      ({ product, from, to }) =>
        `${product.name}${language === 'zh' ? '：' : ': '}${turns(placeOf(from), placeOf(to))}`,
    ),
  };
}
