import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { refresh } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { ErrorSummary } from '#ui/error-summary';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { caseTermsText } from './case-terms-text.ts';
import type { TermsRow, TermsShown } from './terms-view.tsx';

export interface TermsChange<Terms> {
  readonly from: string;
  readonly reason: string;
  readonly terms: Terms;
  readonly seen: string;
}

export interface TermsSending<Terms> {
  readonly send: (change: TermsChange<Terms>, onSaved: (from: string) => void) => void;
  readonly pending: boolean;
  readonly error: unknown;
}

type Read<Terms> =
  | { readonly kind: 'read'; readonly terms: Terms }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

interface TermsFormProps<Terms> {
  readonly shown: TermsShown<Terms>;
  /** what the change does not touch */
  readonly note: string;
  /** what stands in the fields, from that day on */
  readonly read: (from: string) => Read<Terms>;
  readonly sending: TermsSending<Terms>;
  /** what shows the terms, to be asked anew */
  readonly list: Parameters<typeof refresh>[1];
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The newest that are written down, planned ones too: two plans follow each other. */
export function newestOf<Terms>({ rows, current }: TermsShown<Terms>): TermsRow<Terms> {
  return rows[0] ?? current;
}

/** Terms as they will hold from a day to come, with the reason: what is not touched stays. */
export function TermsForm<Terms>(props: TermsFormProps<Terms>) {
  const { shown, note, read, sending, onClose, children } = props;
  const say = useText(caseTermsText);
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const onSaved = useSaved(props);
  const found = read(from);
  const missing = { from: from === '', reason: reason.trim().length < 2 };
  const problems = [
    ...(found.kind === 'wrong' ? found.problems : []),
    ...(missing.from ? [say('needFrom')] : []),
    ...(missing.reason ? [say('needReason')] : []),
  ];
  const seen = shown.rows.reduce((last, row) => (row.at > last ? row.at : last), shown.current.at);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (problems.length === 0 && found.kind === 'read')
      sending.send({ from, reason, terms: found.terms, seen }, onSaved);
  };
  return (
    <form className="zt-card zt-padded zt-knowledge-form" onSubmit={send} noValidate aria-label={say('change')}>
      <p className="zt-notice">{note}</p>
      <ErrorSummary problems={tried ? problems : []} />
      <div className="zt-terms-grid">
        <Field label={say('from')} error={tried && missing.from ? say('needFrom') : undefined}>
          {(field) => <DateField {...field} value={from} onChange={setFrom} />}
        </Field>
        <Field label={say('reason')} error={tried && missing.reason ? say('needReason') : undefined}>
          {(field) => (
            <Input {...field} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      </div>
      {children}
      {sending.error ? <Trouble error={sending.error} /> : null}
      <div className="zt-request-buttons">
        <Button type="primary" htmlType="submit" loading={sending.pending}>
          {say('plan')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </form>
  );
}

function useSaved<Terms>({ list, onClose }: Pick<TermsFormProps<Terms>, 'list' | 'onClose'>): (from: string) => void {
  const say = useText(caseTermsText);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  return (from) => {
    void message.success(say('saved', { from: formatDate(from, language) }));
    refresh(client, list);
    onClose();
  };
}
