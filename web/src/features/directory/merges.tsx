import { useQueryClient } from '@tanstack/react-query';
import { listMerges, type MergeRow, splitMerge } from '@zhitong/contract/directory/merge-contract';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { refresh, useAsk, useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { useReturnFocus } from '#ui/return-focus';
import { Answered, Empty, Trouble } from '#ui/states';
import { DuplicateTabs } from './duplicate-tabs.tsx';
import { keptWord } from './merge-kept.ts';
import { mergeText } from './merge-text.ts';
import './identity.css';

const pageSize = 50;

/** What was merged, by whom, and the way back. */
export function Merges() {
  const say = useText(mergeText);
  const address = useAddress();
  const offset = Number(address.get('from') ?? 0) || 0;
  const [splitting, setSplitting] = useState<MergeRow>();
  const asked = useAsk(listMerges, { query: { offset, limit: pageSize } });
  return (
    <Page
      title={say('listTitle')}
      finding={asked.data && say('listFinding', { count: asked.data.total })}
      action={<ExportLink list={listMerges} query={{}} />}
    >
      <DuplicateTabs here="/merges" />
      <Answered asked={asked} rows={8}>
        {({ merges, total }: { merges: readonly MergeRow[]; total: number }) =>
          merges.length === 0 ? (
            <Empty sentence={say('emptyList')} />
          ) : (
            <>
              <MergeTable merges={merges} onSplit={setSplitting} />
              <Pager
                total={total}
                offset={offset}
                size={pageSize}
                onMove={(from) => address.set({ from: String(from) })}
              />
            </>
          )
        }
      </Answered>
      {splitting && <SplitDialog merge={splitting} onClose={() => setSplitting(undefined)} />}
    </Page>
  );
}

function MergeTable({ merges, onSplit }: { merges: readonly MergeRow[]; onSplit: (merge: MergeRow) => void }) {
  const say = useText(mergeText);
  const language = useLanguage();
  const minute = useMinute();
  const link = ({ id, name }: MergeRow['survivor']) => <AppLink to={`/organisations/${id}`}>{name}</AppLink>;
  const state = ({ splitAt, splitBy, splitKept }: MergeRow) => {
    if (splitAt === null) return say('standing');
    return splitKept
      ? say('splitKept', { name: splitBy ?? '', count: splitKept })
      : say('splitDone', { name: splitBy ?? '' });
  };
  return (
    <DataTable
      label={say('listTitle')}
      rows={merges}
      keyOf={({ id }) => id}
      columns={[
        { key: 'away', head: say('away'), cell: ({ merged }) => link(merged) },
        { key: 'survivor', head: say('survivor'), cell: ({ survivor }) => link(survivor) },
        { key: 'at', head: say('at'), cell: ({ at }) => formatInstant(at, minute, language), oneLine: true },
        { key: 'by', head: say('by'), cell: ({ by }) => <span lang="zh">{by}</span>, oneLine: true },
        { key: 'state', head: say('state'), cell: state },
        {
          key: 'split',
          head: say('split'),
          phone: 'wide',
          cell: (merge) =>
            merge.splitAt === null ? (
              <Button
                size="small"
                aria-label={say('splitNamed', { name: merge.merged.name })}
                onClick={() => onSplit(merge)}
              >
                {say('split')}
              </Button>
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}

function SplitDialog({ merge, onClose }: { merge: MergeRow; onClose: () => void }) {
  useReturnFocus();
  const say = useText(mergeText);
  const sayShared = useText(sharedText);
  const client = useQueryClient();
  const splitting = useDo(splitMerge);
  const done = splitting.data;
  const split = () =>
    splitting.mutate({ params: { id: merge.id }, body: {} }, { onSuccess: () => refresh(client, listMerges) });
  return (
    <Modal
      open
      title={say('splitNamed', { name: merge.merged.name })}
      onCancel={onClose}
      onOk={split}
      okText={say('sure')}
      cancelText={sayShared('cancel')}
      confirmLoading={splitting.isPending}
      {...(done && {
        footer: (
          <Button type="primary" onClick={onClose}>
            {say('close')}
          </Button>
        ),
      })}
    >
      {done ? (
        <div role="status">
          <p>{done.restored > 0 ? say('restored', { count: done.restored }) : say('restoredNone')}</p>
          {done.kept.length > 0 && (
            <>
              <p>{say('kept', { count: done.kept.length })}</p>
              <ul>
                {done.kept.map(({ table, key, column }) => (
                  <li key={`${table} ${key} ${column}`}>{say(keptWord(table, column))}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : (
        <p>{say('splitSure', { away: merge.merged.name, survivor: merge.survivor.name })}</p>
      )}
      {splitting.error && <Trouble error={splitting.error} />}
    </Modal>
  );
}
