import { longestName } from '@zhitong/domain/chains/draft-rows';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { randomKey } from '#platform/random-key';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { shownName } from './draft-names.ts';
import type { PanelPart } from './draft-part.ts';
import { draftText } from './draft-text.ts';

/** Splitting a segment and merging it into another one: ids stay, so that the comparison of versions tells it as that. */
export function DraftReshaping(part: PanelPart & { readonly onGone: () => void }) {
  const { segment } = part;
  return (
    <>
      {segment.products.length > 1 && <Splitting key={segment.id} {...part} />}
      {part.session.content.segments.length > 1 && <Merging {...part} />}
    </>
  );
}

function Splitting({ segment, session, names }: PanelPart) {
  const say = useText(draftText);
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const [name, setName] = useState('');
  const chosen = segment.products.filter((product) => leaving.includes(product));
  const split = () => {
    const into = { id: `s-${randomKey().slice(0, 12)}`, name: name.trim(), nameEn: null };
    if (!session.perform({ kind: 'split-segment', id: segment.id, into, products: chosen })) return;
    setLeaving([]);
    setName('');
  };
  return (
    <details className="zt-draft-reshaping">
      <summary>{say('split')}</summary>
      <p className="zt-meta">{say('splitHint')}</p>
      <ul className="zt-draft-ticks">
        {segment.products.map((product) => (
          <li key={product}>
            <Checkbox
              checked={leaving.includes(product)}
              onChange={({ target }) =>
                setLeaving(target.checked ? [...leaving, product] : leaving.filter((one) => one !== product))
              }
            >
              <MixedText>{names.of(product)}</MixedText>
            </Checkbox>
          </li>
        ))}
      </ul>
      <Field label={say('splitName')}>
        {(field) => (
          <Input {...field} value={name} maxLength={longestName} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Button disabled={name.trim() === ''} onClick={split}>
        {say('splitDo')}
      </Button>
    </details>
  );
}

function Merging({ segment, session, onGone }: PanelPart & { readonly onGone: () => void }) {
  const say = useText(draftText);
  const language = useLanguage();
  const [into, setInto] = useState<string | null>(null);
  const others = session.content.segments.filter(({ id }) => id !== segment.id);
  return (
    <details className="zt-draft-reshaping">
      <summary>{say('merge')}</summary>
      <p className="zt-meta">{say('mergeHint')}</p>
      <div className="zt-draft-row">
        <Select
          aria-label={say('merge')}
          placeholder={say('choose')}
          value={into}
          options={others.map((one) => ({ value: one.id, label: <MixedText>{shownName(one, language)}</MixedText> }))}
          onChange={(id: string | null) => setInto(id)}
        />
        <Button
          disabled={into === null}
          onClick={() => {
            if (into !== null && session.perform({ kind: 'merge-segments', from: segment.id, into })) onGone();
          }}
        >
          {say('mergeDo')}
        </Button>
      </div>
    </details>
  );
}
