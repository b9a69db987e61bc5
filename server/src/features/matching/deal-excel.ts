import type { Language, Sentence } from '@zhitong/domain/language';
import type { DealSide } from '@zhitong/domain/matching/deal';
import { dealStepNames, ledgerFileName, ledgerHead } from '@zhitong/domain/matching/deal-words';
import { cityDay, cityTime } from '@zhitong/domain/needs/city-day';
import ExcelJS from 'exceljs';
import { type SheetColumn, writeSheet } from '#platform/sheet-table';
import type { Ledger } from './deal-ledger.ts';
import type { LedgerFilter, LedgerRow, LedgerStep } from './deal-views.ts';

export interface DealWorkbook {
  readonly ledger: Ledger;
  readonly filter: LedgerFilter;
  readonly language: Language;
  readonly today: string;
}

/** The ledger as a file: one sheet with the rows of the screen, one with every step and its two seals. */
export async function writeDealWorkbook(
  given: DealWorkbook,
): Promise<{ readonly content: Buffer; readonly encodedName: string }> {
  const { ledger, filter, language, today } = given;
  const workbook = new ExcelJS.Workbook();
  const demo = ledger.rows.some((row) => row.demo);
  const head = ledgerHead({ state: filter.state, q: filter.q, today, demo }, language);
  const steps = ledger.rows.flatMap((row) => row.steps.map((step) => ({ row, step })));
  writeSheet(workbook, {
    name: dealSheet[language],
    head,
    columns: dealColumns(language),
    rows: ledger.rows,
    language,
  });
  writeSheet(workbook, { name: stepSheet[language], head, columns: stepColumns(language), rows: steps, language });
  const content = Buffer.from(await workbook.xlsx.writeBuffer());
  return { content, encodedName: encodeURIComponent(ledgerFileName(today, language)) };
}

const dealSheet: Sentence = { zh: '成交台账', en: 'Deals' };
const stepSheet: Sentence = { zh: '步骤与确认', en: 'Steps and seals' };

interface StepRow {
  readonly row: LedgerRow;
  readonly step: LedgerStep;
}

function dealColumns(language: Language): readonly SheetColumn<LedgerRow>[] {
  return [
    { zh: '成交编号', en: 'Deal', text: (row) => row.id },
    { zh: '需求编号', en: 'Need', text: (row) => row.needId },
    { zh: '需求', en: 'Product', text: (row) => row.product },
    { zh: '买方', en: 'Buyer', text: (row) => row.buyerName },
    { zh: '买方统一社会信用代码', en: 'Buyer credit code', text: (row) => row.buyerCode ?? unknown[language] },
    { zh: '卖方', en: 'Seller', text: (row) => row.sellerName },
    { zh: '卖方统一社会信用代码', en: 'Seller credit code', text: (row) => row.sellerCode ?? unknown[language] },
    { zh: '步骤', en: 'Steps', text: (row) => stepPath(row, language) },
    { zh: '计入成交额（万元）', en: 'Counted (10,000 yuan)', tenThousandYuan: (row) => row.countedFen },
    { zh: '计入成交额（元）', en: 'Counted (yuan)', yuan: (row) => row.countedFen },
    {
      zh: '已签订单金额（万元，不计入）',
      en: 'Signed orders, not counted (10,000 yuan)',
      tenThousandYuan: (row) => row.orderedFen,
    },
    { zh: '已签订单金额（元，不计入）', en: 'Signed orders, not counted (yuan)', yuan: (row) => row.orderedFen },
    {
      zh: '单方金额（万元，不计入）',
      en: 'One-sided, not counted (10,000 yuan)',
      tenThousandYuan: (row) => row.oneSidedFen,
    },
    { zh: '单方金额（元，不计入）', en: 'One-sided, not counted (yuan)', yuan: (row) => row.oneSidedFen },
    { zh: '买方确认', en: 'Buyer sealed', text: (row) => sealed(row, 'buyer', language) },
    { zh: '卖方确认', en: 'Seller sealed', text: (row) => sealed(row, 'seller', language) },
    { zh: '成交日期', en: 'Since', text: (row) => cityDay(row.createdAt) },
  ];
}

function stepColumns(language: Language): readonly SheetColumn<StepRow>[] {
  return [
    { zh: '成交编号', en: 'Deal', text: ({ row }) => row.id },
    { zh: '需求', en: 'Product', text: ({ row }) => row.product },
    { zh: '买方', en: 'Buyer', text: ({ row }) => row.buyerName },
    { zh: '卖方', en: 'Seller', text: ({ row }) => row.sellerName },
    { zh: '步骤', en: 'Step', text: ({ step }) => dealStepNames[step.kind][language] },
    { zh: '日期', en: 'Date', text: ({ step }) => step.date },
    { zh: '数量', en: 'Quantity', number: ({ step }) => step.quantity },
    { zh: '单位', en: 'Unit', text: ({ step }) => step.unit ?? '—' },
    { zh: '金额（万元）', en: 'Amount (10,000 yuan)', tenThousandYuan: ({ step }) => step.amountFen, unsummed: true },
    { zh: '金额（元）', en: 'Amount (yuan)', yuan: ({ step }) => step.amountFen, unsummed: true },
    { zh: '计入成交额（元）', en: 'Counted (yuan)', yuan: ({ step }) => counted(step) },
    { zh: '买方确认', en: 'Buyer confirmed', text: ({ step }) => seal(step, 'buyer', language) },
    { zh: '卖方确认', en: 'Seller confirmed', text: ({ step }) => seal(step, 'seller', language) },
    { zh: '备注', en: 'Note', text: ({ step }) => step.note ?? '—' },
  ];
}

const unknown: Sentence = { zh: '未知', en: 'Unknown' };
const pending: Sentence = { zh: '待确认', en: 'Awaited' };

function stepPath(row: LedgerRow, language: Language): string {
  return row.steps.map((step) => dealStepNames[step.kind][language]).join(' → ') || '—';
}

/** A side has sealed a deal when no step waits for it; the day is that of its last seal. */
function sealed(row: LedgerRow, side: DealSide, language: Language): string {
  if (row.steps.length === 0) return '—';
  const seals = row.steps.map((step) => step.confirmedBy.find((by) => by.side === side)?.at);
  const waiting = seals.filter((at) => at === undefined).length;
  if (waiting > 0) return language === 'zh' ? `待确认 ${waiting} 步` : `${waiting} awaited`;
  const last = seals.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  return last === undefined ? pending[language] : cityDay(new Date(last));
}

function seal(step: LedgerStep, side: DealSide, language: Language): string {
  const at = step.confirmedBy.find((by) => by.side === side)?.at;
  return at === undefined ? pending[language] : `${cityDay(new Date(at))} ${cityTime(new Date(at))}`;
}

function counted(step: LedgerStep): number {
  const sign = { sample: 0, order: 0, delivery: 1, reversal: -1 } as const;
  return step.confirmedBy.length === 2 ? sign[step.kind] * step.amountFen : 0;
}
