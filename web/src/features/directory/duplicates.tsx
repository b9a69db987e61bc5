import { useQueryClient } from '@tanstack/react-query';
import {
  answerDuplicate,
  type DuplicateRow,
  duplicateStates,
  listDuplicates,
  runDuplicates,
} from '@zhitong/contract/directory/duplicate-contract';
import { App, Button, Select } from 'antd';
import { useAddress, useGo } from '#platform/address';
import { refresh, useAsk, useDo } from '#platform/query';
import { useText } from '#platform/text';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { Answered, Empty, Trouble } from '#ui/states';
import { DuplicatePair } from './duplicate-pair.tsx';
import { DuplicateTabs } from './duplicate-tabs.tsx';
import { duplicateText } from './duplicate-text.ts';
import './identity.css';

const pageSize = 20;

/** Which records may be one organisation, and what speaks for it? */
export function Duplicates() {
  const say = useText(duplicateText);
  const address = useAddress();
  const state = duplicateStates.find((name) => name === address.get('state')) ?? 'open';
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listDuplicates, { query: { state, offset, limit: pageSize } });
  return (
    <Page
      title={say('title')}
      finding={asked.data && state === 'open' && say('finding', { count: asked.data.total })}
      action={
        <>
          <ExportLink list={listDuplicates} query={{ state }} />
          <RunButton />
        </>
      }
    >
      <DuplicateTabs here="/duplicates" />
      <div className="zt-filters">
        <Select
          aria-label={say('state')}
          className="zt-kind-filter"
          value={state}
          onChange={(next) => address.set({ state: next === 'open' ? undefined : next, from: undefined })}
          options={duplicateStates.map((name) => ({ value: name, label: say(`state.${name}`) }))}
        />
      </div>
      <Answered asked={asked} rows={10}>
        {({ pairs, total }: { pairs: readonly DuplicateRow[]; total: number }) =>
          pairs.length === 0 ? (
            <Empty sentence={say('empty')} />
          ) : (
            <>
              <Pairs pairs={pairs} />
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
    </Page>
  );
}

function Pairs({ pairs }: { pairs: readonly DuplicateRow[] }) {
  const client = useQueryClient();
  const go = useGo();
  const answering = useDo(answerDuplicate);
  const answer = ({ a, b }: DuplicateRow, given: 'same' | 'different' | 'later') =>
    answering.mutate(
      { body: { a: a.id, b: b.id, answer: given } },
      {
        onSuccess: () => {
          refresh(client, listDuplicates);
          // the one with more offers stays; the officer may swap them there
          const [into, away] = a.offers >= b.offers ? [a, b] : [b, a];
          if (given === 'same') go(`/organisations/${away.id}/merge?into=${into.id}`);
        },
      },
    );
  return (
    <>
      {answering.error && <Trouble error={answering.error} />}
      {pairs.map((pair) => (
        <DuplicatePair
          key={`${pair.a.id} ${pair.b.id}`}
          pair={pair}
          busy={answering.isPending}
          onAnswer={(given) => answer(pair, given)}
        />
      ))}
    </>
  );
}

function RunButton() {
  const say = useText(duplicateText);
  const client = useQueryClient();
  const { message } = App.useApp();
  const running = useDo(runDuplicates);
  return (
    <>
      <Button
        type="primary"
        loading={running.isPending}
        onClick={() =>
          running.mutate(
            {},
            {
              onSuccess: (found) => {
                refresh(client, listDuplicates);
                void message.success(say('ran', found));
              },
            },
          )
        }
      >
        {say('run')}
      </Button>
      {running.error && <Trouble error={running.error} />}
    </>
  );
}
