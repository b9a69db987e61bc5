import { useEffect, useRef } from 'react';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { searchText } from './search-text.ts';

export interface SearchHit {
  readonly key: string;
  readonly group: string;
  readonly words: string;
  readonly aside: string;
  readonly run: () => void;
}

interface SearchHitsProps {
  readonly id: string;
  readonly hits: readonly SearchHit[];
  readonly current: SearchHit | undefined;
  readonly onRun: (hit: SearchHit) => void;
}

/** The hits in their groups; the field keeps the focus, the current hit is told by aria-activedescendant. */
export function SearchHits({ id, hits, current, onRun }: SearchHitsProps) {
  const say = useText(searchText);
  const groups = Map.groupBy(hits, ({ group }) => group);
  return (
    <div id={id} role="listbox" aria-label={say('title')} className="zt-palette-list">
      {hits.length === 0 && <p className="zt-meta">{say('nothing')}</p>}
      {[...groups].map(([group, rows]) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox holds options in groups; a fieldset is not allowed in it
        <div key={group} role="group" aria-label={group}>
          <p className="zt-palette-group">{group}</p>
          {rows.map((hit) => (
            <Row key={hit.key} id={`${id}-${hit.key}`} hit={hit} current={hit === current} onRun={onRun} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly current: boolean;
  readonly onRun: (hit: SearchHit) => void;
}

function Row({ id, hit, current, onRun }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns the list
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={current}
      className="zt-palette-row"
      onClick={() => onRun(hit)}
    >
      <span className="zt-palette-words">
        <MixedText>{hit.words}</MixedText>
      </span>
      <span className="zt-meta">
        <MixedText>{hit.aside}</MixedText>
      </span>
    </div>
  );
}
