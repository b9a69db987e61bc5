import { useQueryClient } from '@tanstack/react-query';
import {
  changePolicy,
  endPolicy,
  enterPolicy,
  getPaper,
  listPapers,
  publishPolicy,
} from '@zhitong/contract/needs/policy-paper-contract';
import { allowedPaperDeeds, type PaperDeed } from '@zhitong/domain/needs/policy-paper';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useLeadOn } from '#platform/address';
import { now } from '#platform/clock';
import { isoToday } from '#platform/format-date';
import { isRefused, refresh, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { DateField } from '#ui/date-field';
import { Field } from '#ui/field';
import { Trouble } from '#ui/states';
import { contentOf, type PaperFields, type ShownPaper } from './paper-fields.ts';
import { paperText } from './paper-text.ts';

interface ActionsProps {
  readonly fields: PaperFields;
  /** undefined: it is not written yet */
  readonly shown: ShownPaper | undefined;
  readonly seen: number;
  readonly dirty: boolean;
  readonly complete: boolean;
  readonly onTried: () => void;
  readonly onWritten: (edition: number) => void;
  readonly onReload: () => void;
}

/** Save, publish, end: what the table of deeds allows now. */
export function PaperActions(props: ActionsProps) {
  const { shown, seen, dirty } = props;
  const say = useText(paperText);
  const does = useDeeds(props);
  const state = shown?.paper.state;
  const allowed: readonly PaperDeed[] = state === undefined ? ['changed'] : allowedPaperDeeds[state];
  const somebodyElse = isRefused(does.error, 409) || (shown !== undefined && shown.paper.edition > seen);
  return (
    <div className="zt-paper-actions">
      {does.error && <Trouble error={does.error} />}
      {somebodyElse && <Button onClick={() => void does.reload()}>{say('reload')}</Button>}
      {allowed.includes('changed') && (
        <Button type={allowed.includes('published') ? 'default' : 'primary'} loading={does.saving} onClick={does.save}>
          {say(state === undefined || state === 'draft' ? 'saveDraft' : 'saveChange')}
        </Button>
      )}
      {allowed.includes('published') && (
        <Popconfirm title={say('publishSure')} okText={say('publish')} disabled={dirty} onConfirm={does.publish}>
          <Button type="primary" disabled={dirty} loading={does.publishing}>
            {say(state === 'revised' ? 'publishAgain' : 'publish')}
          </Button>
        </Popconfirm>
      )}
      {dirty && allowed.includes('published') && <p className="zt-meta">{say('saveFirst')}</p>}
      {allowed.includes('ended') && <Ending onEnd={does.end} pending={does.ending} />}
    </div>
  );
}

function Ending({ onEnd, pending }: { onEnd: (from: string) => void; pending: boolean }) {
  const say = useText(paperText);
  const [from, setFrom] = useState(isoToday(now()));
  return (
    <div className="zt-paper-ending">
      <Field label={say('endFrom')}>{(field) => <DateField {...field} value={from} onChange={setFrom} />}</Field>
      <Button danger disabled={from === ''} loading={pending} onClick={() => onEnd(from)}>
        {say('end')}
      </Button>
    </div>
  );
}

function useDeeds({ fields, shown, seen, complete, onTried, onWritten, onReload }: ActionsProps) {
  const say = useText(paperText);
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const { message } = App.useApp();
  const [entering, changing] = [useDo(enterPolicy), useDo(changePolicy)];
  const [publishing, ending] = [useDo(publishPolicy), useDo(endPolicy)];
  const id = shown?.paper.id;
  const done = (words: 'saved' | 'published' | 'ended', edition: number) => {
    void message.success(say(words));
    onWritten(edition);
    refresh(client, getPaper, listPapers);
  };
  const save = () => {
    onTried();
    if (!complete) return;
    if (id === undefined)
      entering.mutate(
        { body: contentOf(fields) },
        {
          onSuccess: ({ policy }) => {
            done('saved', policy.edition);
            leadOn(`/papers/${policy.id}`);
          },
        },
      );
    else
      changing.mutate(
        { params: { id }, body: { ...contentOf(fields), seen } },
        { onSuccess: ({ policy }) => done('saved', policy.edition) },
      );
  };
  const publish = () => {
    if (id === undefined) return;
    publishing.mutate(
      { params: { id }, body: { seen } },
      { onSuccess: ({ policy }) => done('published', policy.edition) },
    );
  };
  const end = (from: string) => {
    if (id === undefined) return;
    ending.mutate(
      { params: { id }, body: { from, seen } },
      { onSuccess: ({ policy }) => done('ended', policy.edition) },
    );
  };
  const reload = async () => {
    for (const deed of [changing, publishing, ending]) deed.reset();
    await client.refetchQueries({ queryKey: [getPaper.path] });
    onReload();
  };
  return {
    ...{ save, publish, end, reload, saving: entering.isPending || changing.isPending },
    ...{ publishing: publishing.isPending, ending: ending.isPending },
    error: entering.error ?? changing.error ?? publishing.error ?? ending.error,
  };
}
