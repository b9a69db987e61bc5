import { type Import, listImports } from '@zhitong/contract/directory/import-contract';
import { useState } from 'react';
import { useAddress } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstant } from '#platform/format-date';
import { formatCount } from '#platform/format-number';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { ChoiceRow } from '#ui/choice-row';
import { DataTable } from '#ui/data-table';
import { ExportLink } from '#ui/export-link';
import { Page } from '#ui/page';
import { Pager } from '#ui/pager';
import { Answered, Empty } from '#ui/states';
import { ImportSteps } from './import-steps.tsx';
import { importText } from './import-text.ts';
import { ImportUpload } from './import-upload.tsx';

const pageSize = 20;

/** Which file, and what became of the earlier ones? */
export function Imports() {
  const say = useText(importText);
  const address = useAddress();
  const offset = Number(address.get('from') ?? 0) || 0;
  const asked = useAsk(listImports, { query: { limit: pageSize, offset } });
  return (
    <Page title={say('title')} finding={say('finding')}>
      <Answered asked={asked} rows={6}>
        {({ kinds, imports, total }) => (
          <>
            <ImportSteps at={2} />
            {kinds.length > 0 ? <Sending kinds={kinds} /> : <Empty sentence={say('notYours')} />}
            <div className="zt-filters">
              <h2>{say('mine')}</h2>
              {imports.length > 0 && <ExportLink list={listImports} query={{}} />}
            </div>
            {imports.length === 0 ? <Empty sentence={say('none')} /> : <ImportTable imports={imports} />}
            <Pager
              total={total}
              offset={offset}
              size={pageSize}
              onMove={(from) => address.set({ from: String(from) })}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

type Kind = Import['kind'];

function Sending({ kinds }: { kinds: readonly Kind[] }) {
  const say = useText(importText);
  const address = useAddress();
  const wished = kinds.find((name) => name === address.get('kind'));
  const [chosen, setChosen] = useState<Kind | undefined>(wished ?? kinds[0]);
  const kind = chosen ?? kinds[0];
  if (kind === undefined) return null;
  return (
    <>
      {kinds.length > 1 && (
        <ChoiceRow
          label={say('what')}
          value={kind}
          choices={kinds.map((name) => ({ value: name, word: say(`kind.${name}`) }))}
          onChoose={setChosen}
        />
      )}
      <ImportUpload kind={kind} />
    </>
  );
}

type Brief = Omit<Import, 'groups' | 'errorFile'>;

function ImportTable({ imports }: { imports: readonly Brief[] }) {
  const say = useText(importText);
  const language = useLanguage();
  const now = useMinute();
  return (
    <DataTable
      label={say('mine')}
      rows={imports}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'file',
          head: say('file'),
          cell: ({ id, fileName }) => (
            <AppLink to={`/imports/${id}`}>
              <span lang="zh">{fileName}</span>
            </AppLink>
          ),
        },
        { key: 'kind', head: say('kind'), cell: ({ kind }) => say(`kind.${kind}`) },
        { key: 'state', head: say('state'), cell: ({ state }) => say(`state.${state}`) },
        {
          key: 'result',
          head: say('result'),
          align: 'right',
          cell: ({ accepted, rows }) =>
            rows === 0 ? '—' : `${formatCount(accepted, language)} / ${formatCount(rows, language)}`,
        },
        { key: 'who', head: say('who'), cell: ({ by }) => by },
        { key: 'when', head: say('when'), oneLine: true, cell: ({ madeAt }) => formatInstant(madeAt, now, language) },
      ]}
    />
  );
}
