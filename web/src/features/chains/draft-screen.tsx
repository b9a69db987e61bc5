import { PrinterOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { compareChain } from '@zhitong/contract/chains/chain-contract';
import { beginDraft, getDraft } from '@zhitong/contract/chains/draft-contract';
import { type SegmentTier, segmentTiers } from '@zhitong/domain/chains/chain-map';
import { placeInTier } from '@zhitong/domain/chains/draft-reshaping';
import { versionStateWords } from '@zhitong/domain/chains/draft-state';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { usePhone } from '#platform/media';
import { isRefused, refresh, useAsk, useDo } from '#platform/query';
import { randomKey } from '#platform/random-key';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Page } from '#ui/page';
import { Answered, Empty, Trouble } from '#ui/states';
import { ComparisonBody } from './chain-comparison.tsx';
import { PrintFoot, type Reader } from './chain-print.tsx';
import { DraftBar } from './draft-bar.tsx';
import { DraftBoard } from './draft-board.tsx';
import { freeName } from './draft-columns.ts';
import { DraftEntries } from './draft-entries.tsx';
import { DraftUpload, VersionFiles } from './draft-files.tsx';
import { useUndoKeys } from './draft-keys.ts';
import { DraftList } from './draft-list.tsx';
import { shownName, useNames } from './draft-names.ts';
import { DraftPanel } from './draft-panel.tsx';
import { DraftPaper } from './draft-paper.tsx';
import { DraftPeople } from './draft-people.tsx';
import { type DraftSession, type LoadedDraft, useDraftSession } from './draft-session.ts';
import { DraftDeeds, DraftStanding } from './draft-standing.tsx';
import { draftText } from './draft-text.ts';
import { DraftTurns } from './draft-turns.tsx';
import './chain.css';
import './chain-map.css';
import './draft.css';
import './draft-panel.css';

interface DraftScreenProps {
  readonly id: string;
  readonly reader: Reader;
}

/** What is the next version of this chain to say, and may it go out? */
export function DraftScreen({ id, reader }: DraftScreenProps) {
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const asked = useAsk(getDraft, { params: { id } });
  // whoever comes back reads what was saved meanwhile, not what was there when the page was opened
  useEffect(() => () => client.removeQueries({ queryKey: [getDraft.path] }), [client]);
  if (isRefused(asked.error) && asked.error.code === 'chains.no-draft') return <NoDraft id={id} />;
  const reload = async () => {
    await client.refetchQueries({ queryKey: [getDraft.path] });
    setRound(round + 1);
  };
  return (
    <Answered asked={asked} rows={12}>
      {(loaded) => (
        <DraftPage
          // drawn from what was read once: what somebody else saves meanwhile takes nothing away, the server refuses to write over it
          key={`${loaded.draft.number} ${loaded.draft.state} ${round}`}
          {...{ id, loaded, reader }}
          onReload={() => void reload()}
        />
      )}
    </Answered>
  );
}

function NoDraft({ id }: { id: string }) {
  const say = useText(draftText);
  const client = useQueryClient();
  const beginning = useDo(beginDraft);
  const begin = () =>
    beginning.mutate(
      { params: { id } },
      { onSuccess: () => void client.refetchQueries({ queryKey: [getDraft.path] }) },
    );
  return (
    <Page title={say('begin')} action={<AppLink to={`/chains/${id}`}>{say('back')}</AppLink>}>
      {beginning.error && <Trouble error={beginning.error} />}
      <Empty
        sentence={say('noDraft')}
        action={
          <Button type="primary" loading={beginning.isPending} onClick={begin}>
            {say('begin')}
          </Button>
        }
      />
    </Page>
  );
}

interface DraftPageProps extends DraftScreenProps {
  readonly loaded: LoadedDraft;
  readonly onReload: () => void;
}

function DraftPage({ id, loaded, reader, onReload }: DraftPageProps) {
  const say = useText(draftText);
  const language = useLanguage();
  const phone = usePhone();
  const { draft, before } = loaded;
  const session = useDraftSession(id, draft);
  const names = useNames([...loaded.products, ...loaded.bodies]);
  const [opened, setOpened] = useState<string>();
  const still = !draft.actions.includes('save');
  const add = useAdding(session, setOpened);
  useUndoKeys(still ? { undo: () => undefined, redo: () => undefined } : session);
  const segment = session.content.segments.find((one) => one.id === opened);
  const part = { session, names, still };
  return (
    <Page
      title={say('title', { chain: shownName(session.content, language) })}
      finding={<Finding session={session} draft={draft} />}
      action={<DraftTurns {...{ chainId: id, draft, session }} />}
    >
      <DraftBar {...{ session, before, still, onReload }} />
      {draft.state === 'review' && !draft.actions.includes('publish') && <p role="status">{say('waits')}</p>}
      <DraftStanding standing={session.standing} />
      <div className="zt-draft-row zt-draft-tools">
        {!still && <DraftUpload {...{ chainId: id, session, names }} />}
        <VersionFiles chainId={id} number={draft.number} />
        {!phone && (
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => print()}>
            {say('print')}
          </Button>
        )}
        {before && <CompareButton number={before.number} />}
        <AppLink className="zt-button-link" to={`/chains/${id}`}>
          {say('back')}
        </AppLink>
      </div>
      {before && <Comparing chainId={id} {...{ session, before, number: draft.number }} />}
      {!phone && !still && <p className="zt-meta zt-draft-tools">{say('keys')}</p>}
      {phone ? (
        <DraftList {...{ session, still, onOpen: setOpened, onAdd: add }} />
      ) : (
        <DraftBoard {...{ session, still, nameOf: names.of, onOpen: setOpened, onAdd: add }} />
      )}
      <DraftPaper content={session.content} nameOf={names.of} />
      <DraftPeople {...part} />
      <DraftEntries {...{ session, still }} />
      <DraftDeeds history={draft.history} />
      <PrintFoot reader={reader} demo={loaded.demo} />
      {segment && <DraftPanel {...part} segment={segment} onClose={() => setOpened(undefined)} />}
    </Page>
  );
}

function Finding({ session, draft }: { session: DraftSession; draft: LoadedDraft['draft'] }) {
  const say = useText(draftText);
  const language = useLanguage();
  const { segments, links } = session.content;
  const products = segments.reduce((sum, segment) => sum + segment.products.length, 0);
  const state = versionStateWords[draft.state][language];
  return say('finding', { number: draft.number, state, segments: segments.length, products, links: links.length });
}

/** An empty segment at the end of a tier, under a name that is free; it opens, so that it gets its own name. */
function useAdding(session: DraftSession, onOpen: (segment: string) => void) {
  const say = useText(draftText);
  return (tier: SegmentTier) => {
    const { content } = session;
    const name = freeName(content, (count) => (count === 1 ? say('newSegment') : say('newSegmentOf', { count })));
    const id = `s-${randomKey().slice(0, 12)}`;
    const at = placeInTier(content.segments, { id, tier, row: segmentTiers.length + content.segments.length });
    const segment = { id, name, nameEn: null, tier, products: [] };
    if (session.perform({ kind: 'add-segment', segment, at })) onOpen(id);
  };
}

interface ComparingProps {
  readonly chainId: string;
  readonly session: DraftSession;
  readonly before: NonNullable<LoadedDraft['before']>;
  readonly number: number;
}

/** The draft as it was saved last, beside the version before it. */
function Comparing({ chainId, session, before, number }: ComparingProps) {
  const client = useQueryClient();
  const isOpen = useAddress().get('compare') === '1';
  const query = { from: before.number, to: number };
  const asked = useAsk(compareChain, { params: { id: chainId }, query }, { enabled: isOpen });
  const { edition } = session;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was compared is old once something else is saved
  useEffect(() => refresh(client, compareChain), [client, edition]);
  if (!isOpen) return null;
  return (
    <section className="zt-card zt-padded zt-comparison">
      <Answered asked={asked} rows={3}>
        {(found) => <ComparisonBody found={found} />}
      </Answered>
    </section>
  );
}

function CompareButton({ number }: { number: number }) {
  const say = useText(draftText);
  const address = useAddress();
  const isOpen = address.get('compare') === '1';
  return (
    <Button aria-expanded={isOpen} onClick={() => address.set({ compare: isOpen ? undefined : '1' })}>
      {isOpen ? say('compareClose') : say('compare', { number })}
    </Button>
  );
}
