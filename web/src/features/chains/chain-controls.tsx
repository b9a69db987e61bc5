import type { getChain } from '@zhitong/contract/chains/chain-contract';
import { segmentTiers, segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { Button, Select } from 'antd';
import type { z } from 'zod';
import { now } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { isoToday } from '#platform/format-date';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { DateField } from '#ui/date-field';
import { ChainComparison } from './chain-comparison.tsx';
import type { ChainFilter } from './chain-filter.ts';
import { chainText } from './chain-text.ts';
import { DistrictChoice } from './district-choice.tsx';
import { VersionWords } from './version-words.tsx';

type Chain = z.output<typeof getChain.reply>;
type Version = Chain['versions'][number];

/** Which version, on which day, which tier; two versions side by side. */
export function ChainControls({ chain, filter }: { chain: Chain; filter: ChainFilter }) {
  const say = useText(chainText);
  const language = useLanguage();
  const { versions } = chain;
  return (
    <>
      <div className="zt-chain-controls">
        {versions.length > 1 && (
          <Select
            aria-label={say('version')}
            value={chain.chain.version}
            options={versions.map((version) => ({ value: version.number, label: <VersionWords version={version} /> }))}
            onChange={(number) => filter.set({ at: dayOf(versions.find((version) => version.number === number)) })}
          />
        )}
        {versions.length === 1 && versions.map((version) => <VersionWords key={version.number} version={version} />)}
        <span className="zt-chain-date">
          <span className="zt-ink-2">{say('at')}</span>
          <DateField
            aria-label={say('at')}
            value={filter.at ?? isoToday(now())}
            onChange={(day) => filter.set({ at: day === isoToday(now()) ? undefined : day })}
          />
        </span>
        {versions.length > 1 && (
          <Button
            aria-expanded={filter.isComparing}
            onClick={() => filter.set({ compare: filter.isComparing ? undefined : '1' })}
          >
            {filter.isComparing ? say('compareClose') : say('compare')}
          </Button>
        )}
        <div className="zt-filters">
          <ChoiceRow
            label={say('tier')}
            value={filter.tier ?? 'all'}
            choices={[
              { value: 'all' as const, word: say('allTiers') },
              ...segmentTiers.map((tier) => ({ value: tier, word: segmentTierWords[tier][language] })),
            ]}
            onChoose={(tier) => filter.set({ tier: tier === 'all' ? undefined : tier })}
          />
          <DistrictChoice />
        </div>
      </div>
      {filter.isComparing && versions.length > 1 && <ChainComparison chainId={chain.chain.id} versions={versions} />}
    </>
  );
}

/** A day on which the version is in force; none has to stand in the address where that is today. */
function dayOf(version: Version | undefined): string | undefined {
  const today = isoToday(now());
  if (!version) return undefined;
  const isCurrent = version.validFrom <= today && (version.validTo === null || today < version.validTo);
  return isCurrent ? undefined : version.validFrom;
}
