import type { AuditEntry } from '@zhitong/contract/directory/audit-contract';
import { fieldWords } from '@zhitong/domain/directory/audit-field-words';
import { actionWords } from '@zhitong/domain/directory/audit-words';
import { Drawer } from 'antd';
import { now } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { usePhone } from '#platform/media';
import { useText } from '#platform/text';
import { DataTable } from '#ui/data-table';
import { auditText } from './audit-text.ts';
import { valueText } from './audit-value.ts';

/** One entry: what stood there before and what stands there now, side by side. Nothing here can be changed. */
export function AuditEntryDrawer({ entry, onClose }: { entry: AuditEntry | undefined; onClose: () => void }) {
  const say = useText(auditText);
  const phone = usePhone();
  return (
    <Drawer
      open={entry !== undefined}
      onClose={onClose}
      title={entry && say('entry', { position: entry.position })}
      {...(phone ? { placement: 'bottom', size: '85%' } : { size: 640 })}
    >
      {entry && <EntryBody entry={entry} />}
    </Drawer>
  );
}

function EntryBody({ entry }: { entry: AuditEntry }) {
  const say = useText(auditText);
  const language = useLanguage();
  const before = entry.before ?? {};
  const after = entry.after ?? {};
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const text = (of: Record<string, unknown>, field: string) =>
    field in of ? valueText(field, of[field], language) : say('none');
  return (
    <>
      <p>
        <strong>{entry.who.name}</strong> {actionWords(entry.action, language)} ·{' '}
        {formatInstantExactly(entry.at, now(), language)}
      </p>
      <p className="zt-ink-2">
        {say('where', {
          address: entry.address ?? say('unknownPlace'),
          request: entry.requestId ?? say('unknownPlace'),
        })}
      </p>
      {fields.length === 0 ? (
        <p>{say('nothing')}</p>
      ) : (
        <DataTable
          label={say('entry', { position: entry.position })}
          rows={fields}
          keyOf={(field) => field}
          columns={[
            { key: 'field', head: say('field'), cell: (field) => fieldWords(field, language) },
            { key: 'before', head: say('before'), cell: (field) => text(before, field) },
            { key: 'after', head: say('after'), cell: (field) => text(after, field) },
          ]}
        />
      )}
      <p className="zt-meta zt-hash">
        {say('hash')} {entry.hash}
      </p>
    </>
  );
}
