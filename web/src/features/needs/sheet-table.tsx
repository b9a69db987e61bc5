import type { Sheet, Target } from '@zhitong/contract/needs/technology-values';
import type { Language } from '@zhitong/domain/language';
import { moneyText } from '@zhitong/domain/matching/money-text';
import { unitText } from '@zhitong/domain/matching/unit-words';
import { ipWishWords, readinessLevels, readinessWords, targetOperatorSigns } from '@zhitong/domain/needs/target-words';
import { useLanguage } from '#platform/display';
import { formatAmount } from '#platform/format-number';
import { useText } from '#platform/text';
import { type Column, DataTable } from '#ui/data-table';
import './technology.css';
import { technologyText } from './technology-text.ts';

/** A sheet as it was written, to be read. */
export function SheetTable({ sheet }: { sheet: Sheet }) {
  const say = useText(technologyText);
  const language = useLanguage();
  const columns: readonly Column<Target>[] = [
    { key: 'metric', head: say('metric'), cell: ({ metric }) => <span lang="zh">{metric}</span> },
    { key: 'value', head: say('operator'), cell: (target) => targetText(target, language), oneLine: true },
    { key: 'method', head: say('methodHead'), cell: ({ method }) => <Said words={method} /> },
    { key: 'environment', head: say('environmentHead'), cell: ({ environment }) => <Said words={environment} /> },
  ];
  return (
    <>
      <DataTable
        label={say('sheet')}
        columns={columns}
        rows={sheet.targets}
        keyOf={(target) => JSON.stringify(target)}
      />
      <SheetWishes sheet={sheet} />
    </>
  );
}

const Said = ({ words }: { words: string | null }) => (words === null ? '—' : <span lang="zh">{words}</span>);

/** What stands beside the targets, in one line. */
export function SheetWishes({ sheet: { trl, budgetFen, ipWish } }: { sheet: Sheet }) {
  const say = useText(technologyText);
  const language = useLanguage();
  const level = readinessLevels.find((known) => known === trl);
  const parts = [
    level ? say('trlValue', { level, words: readinessWords[level][language] }) : say('trlNone'),
    budgetFen === null ? say('budgetOpen') : say('budgetLine', { money: moneyText(budgetFen, language) }),
    say('ipLine', { wish: ipWish === null ? say('ipOpen') : ipWishWords[ipWish][language] }),
  ];
  return <p className="zt-ink-2">{parts.join(' · ')}</p>;
}

/** `≥ 80 MPa`, `58～62 %`. */
export function targetText({ operator, value, upTo, unit }: Target, language: Language): string {
  const figure = (one: number) => formatAmount(one, language);
  const behind = unit === '' ? '' : ` ${unitText(unit, language)}`;
  return operator === 'range' && upTo !== null
    ? `${figure(value)}～${figure(upTo)}${behind}`
    : `${targetOperatorSigns[operator]} ${figure(value)}${behind}`;
}
