import type { HeatReply } from '@zhitong/contract/investment/heat-contract';
import { heatLevels, heatRings } from '@zhitong/domain/investment/heat-question';
import { useText } from '#platform/text';
import { ChoiceRow } from '#ui/choice-row';
import { MixedText } from '#ui/mixed-text';
import { useHeatView } from './heat-address.ts';
import { heatText } from './heat-text.ts';

/** Level, ring, working place, and how the list is cut; the products looked for stand there to be read. */
export function HeatFilters({ found }: { readonly found: HeatReply }) {
  const say = useText(heatText);
  const { view, set } = useHeatView();
  const change = (name: string, value: string, usual: string) =>
    set({ [name]: value === usual ? undefined : value, from: undefined, ...(name === 'level' && { area: undefined }) });
  const area = found.areas.find(({ code }) => code === view.area);
  return (
    <>
      <div className="zt-filters">
        <ChoiceRow
          label={say('level')}
          value={view.level}
          choices={heatLevels.map((level) => ({ value: level, word: say(`level.${level}`) }))}
          onChoose={(level) => change('level', level, 'city')}
        />
        {view.level !== 'district' && (
          <ChoiceRow
            label={say('within')}
            value={view.within}
            choices={heatRings.map((ring) => ({ value: ring, word: say(`within.${ring}`) }))}
            onChoose={(ring) => change('within', ring, 'nation')}
          />
        )}
        <ChoiceRow
          label={say('working')}
          value={view.working}
          choices={(['any', 'known'] as const).map((one) => ({ value: one, word: say(`working.${one}`) }))}
          onChoose={(one) => change('working', one, 'any')}
        />
        <ChoiceRow
          label={say('list')}
          value={view.view}
          choices={(['firms', 'areas'] as const).map((one) => ({ value: one, word: say(`list.${one}`) }))}
          onChoose={(one) => change('view', one, 'firms')}
        />
        {view.area !== undefined && (
          <button type="button" className="zt-chip-off" onClick={() => set({ area: undefined, from: undefined })}>
            {say('inArea', { area: area?.name ?? view.area })} <span aria-hidden="true">✕</span>
          </button>
        )}
      </div>
      {found.wanted.length > 1 && <Wanted wanted={found.wanted} />}
    </>
  );
}

function Wanted({ wanted }: { readonly wanted: HeatReply['wanted'] }) {
  const say = useText(heatText);
  return (
    <details className="zt-heat-wanted">
      <summary>{`${say('asked')}: ${say('ranked', { count: wanted.length })}`}</summary>
      <ul>
        {wanted.map(({ product }) => (
          <li key={product.id}>
            <MixedText>{product.name}</MixedText>
          </li>
        ))}
      </ul>
    </details>
  );
}
