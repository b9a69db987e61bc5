import { listChains } from '@zhitong/contract/chains/chain-contract';
import type { z } from 'zod';
import { useLanguage } from '#platform/display';
import { formatCount } from '#platform/format-number';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { GapCounts } from '#ui/gap-mark';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { chainText } from './chain-text.ts';
import { sumsOf } from './class-sums.ts';
import { NewChain } from './new-chain.tsx';
import { OpenDrafts } from './open-drafts.tsx';
import './chain.css';

type Chain = z.output<typeof listChains.reply>['chains'][number];

/** Which chain is weak, and who answers for it? */
export function Chains() {
  const say = useText(chainText);
  const asked = useAsk(listChains, { query: {} });
  const may = useMay();
  const chains = asked.data?.chains ?? [];
  return (
    <Page
      title={say('listTitle')}
      finding={chains.length > 0 && say('listFinding', findingOf(chains))}
      action={may('chain.draft') && <NewChain />}
    >
      {may('chain.draft') && <OpenDrafts />}
      <Answered asked={asked} rows={10}>
        {({ chains: rows }) => (rows.length > 0 ? <ChainTable chains={rows} /> : <Empty sentence={say('listEmpty')} />)}
      </Answered>
    </Page>
  );
}

function findingOf(chains: readonly Chain[]) {
  const sum = (part: 'segments' | 'products') => chains.reduce((all, chain) => all + chain[part], 0);
  return { chains: chains.length, segments: sum('segments'), products: sum('products'), ...sumsOf(chains) };
}

function ChainTable({ chains }: { chains: readonly Chain[] }) {
  const say = useText(chainText);
  const language = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const columns: readonly Column<Chain>[] = [
    { key: 'chain', head: say('chain'), cell: (chain) => <ChainName chain={chain} /> },
    {
      key: 'chief',
      head: say('chief'),
      cell: ({ chief }) => (chief ? say('chiefOf', { ...chief }) : say('nobody')),
      phone: 'wide',
    },
    { key: 'lead', head: say('leadBody'), cell: ({ leadBody }) => <Body body={leadBody} /> },
    { key: 'leader', head: say('leader'), cell: ({ leader }) => <Body body={leader} /> },
    { key: 'segments', head: say('segments'), align: 'right', cell: ({ segments }) => count(segments) },
    { key: 'products', head: say('products'), align: 'right', cell: ({ products }) => count(products) },
    { key: 'states', head: say('states'), cell: ({ classes }) => <GapCounts classes={classes} />, phone: 'wide' },
  ];
  return <DataTable label={say('listTitle')} columns={columns} rows={chains} keyOf={({ id }) => id} />;
}

function ChainName({ chain: { id, name, demo } }: { chain: Chain }) {
  const say = useText(chainText);
  return (
    <span className="zt-chain-name">
      <AppLink to={`/chains/${id}`}>{name}</AppLink>
      {demo && <span className="zt-demo-mark">{say('demo')}</span>}
    </span>
  );
}

function Body({ body }: { body: Chain['leader'] }) {
  const say = useText(chainText);
  return body ? <AppLink to={`/organisations/${body.id}`}>{body.name}</AppLink> : say('nobody');
}
