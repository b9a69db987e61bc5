import type { CascadeReceipt, CascadeStep } from '@zhitong/contract/needs/cascade-contract';
import { passedOverCodes, passedOverWords, receiptCloseWords, widenWords } from '@zhitong/domain/needs/cascade-words';
import { Button } from 'antd';
import { useMinute } from '#platform/clock';
import { useLanguage } from '#platform/display';
import { formatInstantExactly } from '#platform/format-date';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { MixedText } from '#ui/mixed-text';
import { cascadeText } from './cascade-text.ts';

interface CascadeReceiptPartProps {
  readonly step: CascadeStep;
  readonly receipt: CascadeReceipt;
  readonly onClose: () => void;
}

/** Who was asked in a ring, who answered, who did not and why: as it was when its time was over. */
export function CascadeReceiptPart({ step, receipt, onClose }: CascadeReceiptPartProps) {
  const say = useText(cascadeText);
  const sayShared = useText(sharedText);
  const language = useLanguage();
  const minute = useMinute();
  const at = (instant: string) => formatInstantExactly(instant, minute, language);
  const { hand, closedBy, suppliers } = receipt;
  const isLater = step.quoted > receipt.quoted || step.declined > receipt.declined;
  return (
    <section className="zt-cascade-receipt" aria-label={say('receiptOf', { ring: sayShared(`tier.${receipt.ring}`) })}>
      <h3>{say('receiptOf', { ring: sayShared(`tier.${receipt.ring}`) })}</h3>
      <p>
        {receiptCloseWords[closedBy][language]}
        {hand && (
          <>
            {' · '}
            <MixedText>{say('by', { by: hand.by, reason: widenWords[hand.code][language] })}</MixedText>
          </>
        )}
      </p>
      <p className="zt-meta">{say('from', { from: at(receipt.from), until: at(receipt.until) })}</p>
      {suppliers.length === 0 ? <p>{say('nobody')}</p> : <Suppliers suppliers={suppliers} />}
      {isLater && <p>{say('later', { quoted: step.quoted, declined: step.declined })}</p>}
      <Button size="small" onClick={onClose}>
        {say('closeReceipt')}
      </Button>
    </section>
  );
}

function Suppliers({ suppliers }: { suppliers: CascadeReceipt['suppliers'] }) {
  const say = useText(cascadeText);
  const words = useOutcome();
  return (
    <table className="zt-cascade-table">
      <thead>
        <tr>
          <th scope="col">{say('supplier')}</th>
          <th scope="col">{say('outcome')}</th>
        </tr>
      </thead>
      <tbody>
        {suppliers.map((supplier) => (
          <tr key={supplier.id}>
            <td>
              <MixedText>{supplier.name}</MixedText>
            </td>
            <td>{words(supplier)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useOutcome() {
  const say = useText(cascadeText);
  const language = useLanguage();
  return ({ outcome, code }: CascadeReceipt['suppliers'][number]): string => {
    if (outcome === 'quoted' || outcome === 'silent' || outcome === 'no-time') return say(`outcome.${outcome}`);
    const passed = passedOverCodes.find((one) => one === code);
    if (passed !== undefined) return say('outcome.passed-over', { reason: passedOverWords[passed][language] });
    return say('outcome.declined', {
      reason: say(code === null || code === 'no-room' ? 'decline.other' : `decline.${code}`),
    });
  };
}
