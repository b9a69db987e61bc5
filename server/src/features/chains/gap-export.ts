import type { Readable } from 'node:stream';
import type { GapReply, KeptGapReply, listGaps } from '@zhitong/contract/chains/chain-contract';
import { segmentTierWords } from '@zhitong/domain/chains/chain-map';
import { type GapClass, gapClassWords, notKept } from '@zhitong/domain/chains/gap-class';
import type { Language, Sentence } from '@zhitong/domain/language';
import { cityDay } from '@zhitong/domain/needs/city-day';
import { fillIn } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { type ExportCall, type ListExport, sendList, wholeList } from '#platform/list-export';

interface ExportedGaps {
  readonly query: { readonly class?: GapClass | undefined; readonly segment?: string | undefined };
  readonly spoken: Language;
}

/** The gaps of a chain as an Excel file: the filter and the order of the screen. */
export function gapExport(
  call: ExportCall,
  { chain, gaps, kept }: z.input<typeof listGaps.reply>,
  { query, spoken }: ExportedGaps,
): Promise<Readable> {
  const [first] = kept ? kept.gaps : gaps;
  const segment = query.segment === undefined ? undefined : first?.segment.name;
  const filter = [chain.name, segment, query.class && gapClassWords[query.class][spoken]];
  const sheet = <Row>(
    rows: readonly Row[],
    columns: ListExport<Row>['columns'],
    day?: string | undefined,
  ): ListExport<Row> => ({
    ...{ list: 'gaps', title: { zh: '弱项清单', en: 'Gaps' } },
    filter: [...filter, day].filter((word) => word !== undefined),
    ...{ columns, page: wholeList(() => Promise.resolve(rows)) },
  });
  return kept
    ? sendList(call, sheet(kept.gaps, keptColumnsIn(spoken), fillIn(keptNote[spoken], { day: kept.day })))
    : sendList(call, sheet(gaps, columnsIn(spoken, gaps[0]?.circle ?? null)));
}

const keptNote: Sentence = {
  zh: '状态为 {day} 留存，不含金额',
  en: 'Classes as kept of {day}, without amounts',
};

function keptColumnsIn(language: Language): ListExport<KeptGapReply>['columns'] {
  return [
    { zh: '产品', en: 'Product', text: ({ product }) => product.name },
    { zh: '环节', en: 'Segment', text: ({ segment }) => segment.name },
    { zh: '层级', en: 'Tier', text: ({ segment }) => segmentTierWords[segment.tier][language] },
    { zh: '类别', en: 'Class', text: (gap) => (gap.class === null ? notKept : gapClassWords[gap.class])[language] },
    { zh: '自', en: 'Since', text: ({ since }) => (since === null ? '—' : cityDay(new Date(since))) },
  ];
}

const few: Sentence = { zh: '采购企业不足 5 家，金额不公开', en: 'Fewer than 5 buyers, amount withheld' };
const unknown: Sentence = { zh: '未知', en: 'Unknown' };
const advice = {
  'grow-here': { zh: '本地培育', en: 'Grow it here' },
  'bring-in': { zh: '招引', en: 'Bring it in' },
} as const satisfies Record<NonNullable<GapReply['reach']>['advice'], Sentence>;

function columnsIn(language: Language, circle: string | null): ListExport<GapReply>['columns'] {
  const makers = (ring: keyof GapReply['coverage'], zh: string, en: string) => ({
    ...{ zh: `${zh}（家）`, en: `Makers${en}` },
    text: ({ coverage }: GapReply) => String(coverage[ring]),
  });
  const join = language === 'zh' ? '；' : '; ';
  return [
    { zh: '产品', en: 'Product', text: ({ product }) => product.name },
    { zh: '环节', en: 'Segment', text: ({ segment }) => segment.name },
    { zh: '层级', en: 'Tier', text: ({ segment }) => segmentTierWords[segment.tier][language] },
    { zh: '类别', en: 'Class', text: (gap) => gapClassWords[gap.class][language] },
    { zh: '原因', en: 'Causes', text: ({ causes }) => causes.map(({ text }) => text).join(join) },
    {
      ...{ zh: '外购，已确认（万元/年）', en: 'Bought elsewhere, confirmed (¥ 10 K a year)' },
      text: ({ demand }) => amountOf(demand.confirmedFen, demand, language),
    },
    {
      ...{ zh: '外购，企业自述（万元/年）', en: 'Bought elsewhere, declared (¥ 10 K a year)' },
      text: ({ demand }) => amountOf(demand.declaredFen, demand, language),
    },
    {
      ...{
        zh: '估算（万元/年，至少，不计入外购）',
        en: 'Estimate, at least, no part of what is bought (¥ 10 K a year)',
      },
      text: ({ expected }) => (typeof expected?.fen === 'number' ? (expected.fen / 1_000_000).toFixed(2) : '—'),
    },
    {
      zh: '采购企业（家）',
      en: 'Buyers',
      text: ({ demand }) => (demand.buyers === null ? '—' : String(demand.buyers)),
    },
    makers('city', '本市', ' in the city'),
    // named in the language of the file
    makers('circle', circle ?? '都市圈', circle === null ? ' in the city circle' : `: ${circle}`),
    makers('province', '省内', ' in the province'),
    makers('nation', '国内', ' in the nation'),
    makers('abroad', '境外', ' abroad'),
    { zh: '地点未知（家）', en: 'Makers, place unknown', text: ({ unplaced }) => String(unplaced) },
    { zh: '待解决求购（条）', en: 'Open needs', text: ({ openNeeds }) => String(openNeeds) },
    { zh: '可及性', en: 'Reach', text: ({ reach }) => (reach === null ? unknown[language] : reach.score.toFixed(2)) },
    { zh: '建议', en: 'Advice', text: ({ reach }) => (reach === null ? '—' : advice[reach.advice][language]) },
    {
      ...{ zh: '建议的理由', en: 'Why' },
      text: ({ reach }) => (reach === null ? '—' : reach.reasons.map(({ text }) => text).join(join)),
    },
    {
      ...{ zh: '断供停下（个产品）', en: 'Products that stop' },
      text: ({ class: of, stops }) => (of === 'unknown' ? unknown[language] : String(stops)),
    },
    {
      zh: '此类别自',
      en: 'Of this class since',
      text: ({ trend }) => (trend ? cityDay(new Date(trend.since)) : unknown[language]),
    },
    {
      ...{ zh: '原类别', en: 'Class before' },
      text: ({ trend }) => (trend?.before ? gapClassWords[trend.before][language] : '—'),
    },
    { zh: '数据日期', en: 'As of', text: ({ asOf }) => asOf ?? unknown[language] },
  ];
}

function amountOf(fen: number | null, { withheld }: GapReply['demand'], language: Language): string {
  if (fen !== null) return (fen / 1_000_000).toFixed(2);
  return withheld === 'few' ? few[language] : '—';
}
