import type { OfferBody } from '@zhitong/contract/matching/offer-contract';
import { Input, InputNumber } from 'antd';
import { useText } from '#platform/text';
import { Field } from '#ui/field';
import { CapacityFields } from './offer-capacity.tsx';
import { CertificateRows } from './offer-certificates.tsx';
import { FigureRows } from './offer-figures.tsx';
import { offerText } from './offer-text.ts';

interface OfferFormProps {
  readonly body: OfferBody;
  readonly onChange: (body: OfferBody) => void;
  readonly tried: boolean;
  readonly recognised: string | undefined;
}

const fenPerYuan = 100;

export function OfferForm({ body, onChange, tried, recognised }: OfferFormProps) {
  const say = useText(offerText);
  const change = (next: Partial<OfferBody>) => onChange({ ...body, ...next });
  const nameProblem = tried && body.productText.trim() === '' ? say('needName') : undefined;
  return (
    <>
      <Field
        label={say('productText')}
        error={nameProblem}
        hint={recognised ? say('recognised', { name: recognised }) : say('productHint')}
      >
        {(field) => (
          <Input
            {...field}
            value={body.productText}
            maxLength={100}
            // other words may mean another product, so the server recognises them anew
            onChange={(event) => change({ productText: event.target.value, productId: null })}
          />
        )}
      </Field>
      <CapacityFields value={body.capacity} tried={tried} onChange={(capacity) => change({ capacity })} />
      <FigureRows rows={body.limits} onChange={(limits) => change({ limits })} />
      <CertificateRows rows={body.certificates} onChange={(certificates) => change({ certificates })} />
      <div className="zt-quote-row">
        <Field label={say('price')} hint={say('private')}>
          {(field) => (
            <InputNumber
              {...field}
              value={body.priceFen === null ? null : body.priceFen / fenPerYuan}
              min={0}
              controls={false}
              onChange={(yuan) => change({ priceFen: yuan === null ? null : Math.round(yuan * fenPerYuan) })}
            />
          )}
        </Field>
        <Field label={say('priceUnit')}>
          {(field) => (
            <Input
              {...field}
              value={body.priceUnit ?? ''}
              maxLength={20}
              onChange={(event) => change({ priceUnit: event.target.value || null })}
            />
          )}
        </Field>
      </div>
      <Field label={say('leadDays')}>
        {(field) => (
          <InputNumber
            {...field}
            value={body.leadDays}
            min={0}
            max={3650}
            precision={0}
            controls={false}
            onChange={(leadDays) => change({ leadDays })}
          />
        )}
      </Field>
    </>
  );
}
