import { type DrillReply, type DrillRow, drillChain } from '@zhitong/contract/chains/drill-contract';
import { drillVerdictWords, ringWord } from '@zhitong/domain/chains/drill-words';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { formatNames } from '#platform/format-list';
import { keepTogether } from '#platform/keep-together';
import { useMay } from '#platform/may';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { Page } from '#ui/page';
import { Answered, Empty } from '#ui/states';
import { DrillMark } from './drill-mark.tsx';
import { drillRulesText } from './drill-rules-text.ts';
import { drillText } from './drill-text.ts';
import './brief.css';

/** Without whom does the chain stop before somebody else delivers? */
export function DrillScreen({ id }: { id: string }) {
  const say = useText(drillText);
  const may = useMay();
  const asked = useAsk(drillChain, { params: { id } });
  return (
    <Answered asked={asked} rows={10}>
      {(drill) => (
        <Page
          title={say('title', { chain: drill.chain.name })}
          finding={say('finding', { firms: drill.firms, regions: drill.regions, ...drill.verdicts })}
          action={
            <>
              <AppLink className="zt-button-link" to={`/chains/${id}`}>
                {say('map')}
              </AppLink>
              {may('chain.brief') && (
                <AppLink className="zt-button-link" to={`/chains/${id}/brief`}>
                  {say('brief')}
                </AppLink>
              )}
            </>
          }
        >
          <Grounds drill={drill} />
          {drill.rows.length === 0 ? <Empty sentence={say('none')} /> : <Outcomes drill={drill} />}
        </Page>
      )}
    </Answered>
  );
}

/** When it was, what it assumes, and what it cannot say. */
function Grounds({ drill: { night, assumed, unsourced, leaderKnown, circle } }: { drill: DrillReply }) {
  const say = useText(drillText);
  const language = useLanguage();
  const minute = useMinute();
  const may = useMay();
  const sayRules = useText(drillRulesText);
  const { stockDays: stock, qualifyDays } = assumed;
  return (
    <div className="zt-meta zt-drill-grounds">
      <p>
        {night === null
          ? say('noNight')
          : say('night', { ...night, at: formatInstantExactly(night.at, minute, language) })}
      </p>
      {!leaderKnown && <p>{say('noLeader')}</p>}
      <p>
        {say('assumed', { stock, circleName: circle ?? say('circle'), ...qualifyDays })}{' '}
        {may('drill-rules.see') && <AppLink to="/drill-rules">{sayRules('link')}</AppLink>}
      </p>
      {unsourced.length > 0 && (
        <p>
          {say('unsourced', {
            count: unsourced.length,
            names: unsourced.map(({ name }) => name).join(language === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
    </div>
  );
}

function Outcomes({ drill: { chain, circle, rows } }: { drill: DrillReply }) {
  const say = useText(drillText);
  const language = useLanguage();
  const columns: readonly Column<DrillRow>[] = [
    { key: 'what', head: say('what'), cell: (row) => keepTogether(row.text) },
    {
      ...{ key: 'outcome', head: say('outcome'), oneLine: true },
      cell: ({ verdict }) => <DrillMark verdict={verdict} words={drillVerdictWords[verdict][language]} />,
    },
    {
      ...{ key: 'survive', head: say('survive'), align: 'right' },
      cell: ({ surviveDays }) => (surviveDays === null ? say('nothing') : String(surviveDays)),
    },
    {
      ...{ key: 'recover', head: say('recover'), align: 'right' },
      cell: ({ recover }) => {
        if (recover === null) return say('nothing');
        return recover.certain ? String(recover.days) : say('atLeast', { days: recover.days });
      },
    },
    {
      key: 'lost',
      head: say('lost'),
      phone: 'wide',
      cell: ({ lost }) => <Lost id={chain.id} lost={lost} circle={circle} />,
    },
    {
      ...{ key: 'stops', head: say('stops'), phone: 'hidden' },
      cell: ({ stops }) =>
        stops.length === 0
          ? say('nothing')
          : stops.map(({ product }) => product.name).join(language === 'zh' ? '、' : ', '),
    },
  ];
  return (
    <DataTable
      label={say('outcome')}
      columns={columns}
      rows={rows}
      keyOf={({ taken, lost }) => `${taken.kind} ${taken.id} ${lost.map(({ product }) => product.id).join(' ')}`}
    />
  );
}

function Lost({ id, lost, circle }: { id: string; lost: DrillRow['lost']; circle: string | null }) {
  const say = useText(drillText);
  const language = useLanguage();
  const sentence = ({ product, replacement: { known, ring } }: DrillRow['lost'][number]) => {
    if (!known) return say('fromNobody', { product: product.name });
    if (ring === null) return say('fromSomewhere', { product: product.name });
    return say('from', { product: product.name, ring: ringWord(ring, { language, circle }) });
  };
  return (
    <ul className="zt-drill-lost">
      {lost.map((one) => (
        <li key={one.product.id}>
          <AppLink to={`/chains/${id}/gaps/${encodeURIComponent(one.product.id)}`}>{sentence(one)}</AppLink>
          {one.sourceless.length > 0 && (
            <span className="zt-meta">
              {' '}
              {say('sourceless', {
                products: formatNames(
                  one.sourceless.map(({ name }) => name),
                  language,
                ),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
