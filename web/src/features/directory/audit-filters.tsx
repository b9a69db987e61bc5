import { actionWords, auditActions } from '@zhitong/domain/directory/audit-words';
import { Select } from 'antd';
import type { Address } from '#platform/address';
import { useLanguage } from '#platform/display';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { SearchField } from '#ui/search-field';
import { auditText } from './audit-text.ts';

/** By who, what, why and when; the filter stands in the address. */
export function AuditFilters({ address }: { address: Address }) {
  const say = useText(auditText);
  const language = useLanguage();
  const put = (change: Readonly<Record<string, string | undefined>>) =>
    address.set({ before: undefined, open: undefined, ...change }, 'quietly');
  return (
    <div className="zt-filters">
      <SearchField label={say('who')} value={address.get('who') ?? ''} onSearch={(who) => put({ who })} />
      <Select
        aria-label={say('what')}
        className="zt-action-filter"
        showSearch={{ optionFilterProp: 'label' }}
        value={address.get('action') ?? 'all'}
        onChange={(next) => put({ action: next === 'all' ? undefined : next })}
        options={[
          { value: 'all', label: say('allActions') },
          ...Object.keys(auditActions).map((value) => ({ value, label: actionWords(value, language) })),
        ]}
      />
      <SearchField label={say('why')} value={address.get('why') ?? ''} onSearch={(why) => put({ why })} />
      <SearchField
        label={say('subject')}
        value={address.get('subject') ?? ''}
        onSearch={(subject) => put({ subject })}
      />
      <Field label={say('from')}>
        {(field) => <DateField {...field} value={address.get('from') ?? ''} onChange={(from) => put({ from })} />}
      </Field>
      <Field label={say('to')}>
        {(field) => <DateField {...field} value={address.get('to') ?? ''} onChange={(to) => put({ to })} />}
      </Field>
    </div>
  );
}
