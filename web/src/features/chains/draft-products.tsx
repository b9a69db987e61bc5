import { CloseOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { MixedText } from '#ui/mixed-text';
import { shownName } from './draft-names.ts';
import type { PanelPart } from './draft-part.ts';
import { draftText } from './draft-text.ts';
import { ProductPicker } from './purchase-pickers.tsx';

/** The products of a segment: added by name, moved to another segment, taken out. */
export function DraftProducts({ segment, session, names, still }: PanelPart) {
  const say = useText(draftText);
  const language = useLanguage();
  const { id, products } = segment;
  const others = session.content.segments.filter((one) => one.id !== id);
  const place = (product: string, to: string | null) => {
    const at = to === null ? 0 : (others.find((one) => one.id === to)?.products.length ?? products.length);
    session.perform({ kind: 'place-product', product, segment: to, at });
  };
  return (
    <section aria-label={say('products', { count: products.length })}>
      <h3>{say('products', { count: products.length })}</h3>
      <ul className="zt-draft-products">
        {products.map((product) => (
          <li key={product}>
            <span>
              <MixedText>{names.of(product)}</MixedText>
            </span>
            {!still && (
              <>
                <Select
                  aria-label={say('moveProduct', { product: names.of(product) })}
                  placeholder={say('moveTo')}
                  value={null}
                  options={others.map((one) => ({
                    value: one.id,
                    label: <MixedText>{shownName(one, language)}</MixedText>,
                  }))}
                  onChange={(to: string | null) => to !== null && place(product, to)}
                />
                <Button
                  type="text"
                  icon={<CloseOutlined aria-hidden="true" />}
                  aria-label={say('removeProduct', { product: names.of(product) })}
                  title={say('remove')}
                  onClick={() => place(product, null)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {!still && (
        <Field label={say('addProduct')}>
          {(field) => (
            <ProductPicker
              field={field}
              value={null}
              onChoose={(chosen) => {
                if (!chosen) return;
                names.learn([chosen]);
                if (!products.includes(chosen.id)) place(chosen.id, id);
              }}
            />
          )}
        </Field>
      )}
    </section>
  );
}
