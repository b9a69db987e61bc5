import { type CaseRow, listCases } from '@zhitong/contract/needs/case-contract';
import { useAddress, useGo, usePathId } from '#platform/address';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { narrowQuery, useMedia } from '#platform/media';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { Page } from '#ui/page';
import { Answered, Empty, EmptyFiltered } from '#ui/states';
import { type CaseFilter, caseFilterOf } from './case-filter.ts';
import { CaseFilters } from './case-filters.tsx';
import { CaseLights } from './case-lights.tsx';
import { CaseSplit } from './case-split.tsx';
import { caseText } from './case-text.ts';
import './case.css';

/** What is due first, and all I need to answer it? List, matter, firm and help on one screen; on a phone one after the other. */
export function CaseInbox({ bureau }: { bureau: boolean }) {
  const say = useText(caseText);
  const address = useAddress();
  const narrow = useMedia(narrowQuery);
  const opened = usePathId();
  const filter = caseFilterOf(address);
  const asked = useAsk(listCases, { query: filter.query });
  const alone = narrow && opened !== undefined;
  return (
    <Page
      title={bureau && filter.who === 'body' ? say('titleBureau') : say(`title.${filter.who}`)}
      finding={asked.data && !alone && <Finding filter={filter} reply={asked.data} />}
      action={!narrow && <span className="zt-meta">{say('keys')}</span>}
    >
      {!alone && <CaseFilters filter={filter} bureau={bureau} />}
      <Answered asked={asked} rows={8}>
        {(reply) =>
          reply.cases.length > 0 || opened ? (
            <CaseSplit reply={reply} filter={filter} opened={opened} narrow={narrow} />
          ) : (
            <Nothing filter={filter} nextDue={reply.nextDue} />
          )
        }
      </Answered>
    </Page>
  );
}

type Reply = {
  readonly total: number;
  readonly lights: Record<'red' | 'yellow' | 'green', number>;
  readonly cases: readonly CaseRow[];
};

function Finding({ filter: { who, light }, reply }: { filter: CaseFilter; reply: Reply }) {
  const say = useText(caseText);
  const address = useAddress();
  if (who === 'help') return say('findingHelp', { count: reply.total });
  if (who === 'done') return say('findingDone', { count: reply.total });
  const choose = (next: typeof light) =>
    address.set({ light: next === light ? undefined : next, offset: undefined }, 'quietly');
  return <CaseLights counts={reply.lights} chosen={light} onChoose={choose} />;
}

function Nothing({ filter, nextDue }: { filter: CaseFilter; nextDue: string | null }) {
  const say = useText(caseText);
  const language = useLanguage();
  const minute = useMinute();
  const go = useGo();
  const { who, list, light, q, narrowed } = filter;
  if (list || light || q || narrowed.length > 0)
    return <EmptyFiltered onClear={() => go(who === 'body' ? '/cases' : `/cases?who=${who}`)} />;
  if (who === 'help') return <Empty sentence={say('emptyHelp')} />;
  if (who === 'done') return <Empty sentence={say('emptyDone')} />;
  const due = nextDue && formatInstantExactly(nextDue, minute, language);
  return <Empty sentence={due ? say('cleared', { due }) : say('clearedNone')} />;
}
