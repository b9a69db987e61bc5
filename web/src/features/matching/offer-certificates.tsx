import type { OfferBody } from '@zhitong/contract/matching/offer-contract';
import { Button, Input } from 'antd';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { offerText } from './offer-text.ts';

type Certificate = OfferBody['certificates'][number];

interface CertificateRowsProps {
  readonly rows: readonly Certificate[];
  readonly onChange: (rows: Certificate[]) => void;
}

export function CertificateRows({ rows, onChange }: CertificateRowsProps) {
  const say = useText(offerText);
  const change = (place: number, next: Certificate) => onChange(rows.map((row, at) => (at === place ? next : row)));
  return (
    <fieldset className="zt-rows">
      <legend>{say('certificates')}</legend>
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are typed into, so their name is no key; order changes only by removal
        <div key={place} className="zt-certificate-row">
          <Input
            aria-label={say('certificateName')}
            placeholder={say('certificateName')}
            value={row.name}
            maxLength={80}
            onChange={(event) => change(place, { ...row, name: event.target.value })}
          />
          <DateField
            aria-label={say('validUntil')}
            value={row.validUntil ?? ''}
            onChange={(day) => change(place, { name: row.name, ...(day && { validUntil: day }) })}
          />
          <Button type="text" onClick={() => onChange(rows.filter((_, at) => at !== place))}>
            {say('remove')}
          </Button>
        </div>
      ))}
      <Button type="dashed" onClick={() => onChange([...rows, { name: '' }])}>
        {say('addCertificate')}
      </Button>
    </fieldset>
  );
}
