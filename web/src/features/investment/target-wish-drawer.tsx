import { wishTarget } from '@zhitong/contract/investment/target-step-contract';
import { type PremisesKind, premisesKinds, premisesKindWords } from '@zhitong/domain/investment/premises';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#platform/display';
import { useDo } from '#platform/query';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { areaOf, type Figures, FiguresForm, figuresOf } from './figures-form.tsx';
import { useDone } from './target-done.ts';
import { Shell } from './target-drawers.tsx';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';

interface WishDrawerProps {
  readonly found: TargetPage;
  readonly onClose: () => void;
}

/** What the firm said of land, power, water, load and exhaust; the rest stays empty. */
export function WishDrawer({ found: { target, wish, seq }, onClose }: WishDrawerProps) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const [kind, setKind] = useState<PremisesKind | ''>(wish?.kind ?? '');
  const [figures, setFigures] = useState<Figures>(() => figuresOf(wish));
  const [exhaust, setExhaust] = useState(wish?.exhaust === true);
  const wishing = useDo(wishTarget);
  const done = useDone(say('wishSaved'), onClose);
  const send = () => {
    const { powerKv, powerKw, water, floorLoad } = figures;
    const said = { kind: kind === '' ? null : kind, area: areaOf(figures), powerKv, powerKw, water, floorLoad };
    wishing.mutate(
      { params: { id: target.id }, body: { wish: { ...said, exhaust: exhaust ? true : null }, seen: seq } },
      done,
    );
  };
  return (
    <Shell title={say('wishTitle')} button={say('save')} busy={wishing.isPending} {...{ onClose, onSend: send }}>
      {wishing.error && <Trouble error={wishing.error} />}
      <p className="zt-ink-2">{say('wishHint')}</p>
      <Field label={say('wishKind')}>
        {(field) => (
          <Select
            {...field}
            value={kind}
            options={[
              { value: '' as const, label: say('wishAny') },
              ...premisesKinds.map((value) => ({ value, label: premisesKindWords[value][language] })),
            ]}
            onChange={setKind}
          />
        )}
      </Field>
      <FiguresForm figures={figures} onChange={(next) => setFigures({ ...figures, ...next })} />
      <Checkbox checked={exhaust} onChange={({ target: { checked } }) => setExhaust(checked)}>
        {say('exhaust')}
      </Checkbox>
    </Shell>
  );
}
