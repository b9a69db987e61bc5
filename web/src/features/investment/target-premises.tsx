import { wishTarget } from '@zhitong/contract/investment/target-step-contract';
import { wishWords } from '@zhitong/domain/investment/premises';
import { premisesText as inWords } from '@zhitong/domain/investment/premises-text';
import { App, Button } from 'antd';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useDo } from '#platform/query';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { type Column, DataTable } from '#ui/data-table';
import { MixedText } from '#ui/mixed-text';
import { Trouble } from '#ui/states';
import { useDone } from './target-done.ts';
import type { TargetPage } from './target-page.ts';
import { targetPageText } from './target-page-text.ts';
import { WishDrawer } from './target-wish-drawer.tsx';

type Row = TargetPage['premises'][number];

/** `要 60 亩、10 kV：符合 2 处`, and of each other one which wish fails or is not known. */
export function TargetPremises({ found }: { found: TargetPage }) {
  const say = useText(targetPageText);
  const address = useAddress();
  const { target, can, wish, premises, premisesTotal } = found;
  const edit = () => address.set({ do: 'wish' });
  const close = () => address.set({ do: undefined }, 'quietly');
  return (
    <section className="zt-section" aria-labelledby="premises">
      <h2 id="premises">{say('premises')}</h2>
      <p>
        <MixedText>{target.wish?.finding ?? say('noWish')}</MixedText>
      </p>
      {can.change && (
        <div className="zt-target-actions">
          <Button onClick={edit}>{wish ? say('changeWish') : say('writeWish')}</Button>
          {wish && <ClearWish found={found} />}
          <AppLink className="zt-button-link" to="/premises">
            {say('openPremises')}
          </AppLink>
        </div>
      )}
      {wish && premises.length === 0 && <p className="zt-ink-2">{say('premisesNone')}</p>}
      {premises.length > 0 && <Matched premises={premises} />}
      {premisesTotal > premises.length && (
        <p className="zt-meta">{say('premisesMore', { shown: premises.length, total: premisesTotal })}</p>
      )}
      {can.change && address.get('do') === 'wish' && <WishDrawer found={found} onClose={close} />}
    </section>
  );
}

function ClearWish({ found: { target, seq } }: { found: TargetPage }) {
  const say = useText(targetPageText);
  const sayShared = useText(sharedText);
  const { modal } = App.useApp();
  const wishing = useDo(wishTarget);
  const done = useDone(say('wishRemoved'), () => undefined);
  const send = () => wishing.mutate({ params: { id: target.id }, body: { wish: null, seen: seq } }, done);
  const ask = () =>
    modal.confirm({ title: say('removeWish'), okText: say('removeWish'), cancelText: sayShared('cancel'), onOk: send });
  return (
    <>
      {wishing.error && <Trouble error={wishing.error} />}
      <Button type="text" onClick={ask}>
        {say('removeWish')}
      </Button>
    </>
  );
}

function Matched({ premises }: Pick<TargetPage, 'premises'>) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const columns: readonly Column<Row>[] = [
    {
      ...{ key: 'name', head: say('plot') },
      cell: (row) => (
        <>
          <MixedText>{row.name}</MixedText>
          <span className="zt-meta zt-target-below">
            <MixedText>{inWords(row, language)}</MixedText>
          </span>
        </>
      ),
    },
    { key: 'district', head: say('district'), cell: ({ region }) => region.name },
    { key: 'fit', head: say('fit'), cell: (row) => <Fit row={row} /> },
    { key: 'asOf', head: say('asOf'), oneLine: true, cell: ({ asOf }) => formatDate(asOf, language) },
  ];
  return <DataTable label={say('premises')} columns={columns} rows={premises} keyOf={({ id }) => id} />;
}

const glyphs = { fits: '✓', open: '?', fails: '✕' } as const;

function Fit({ row: { fit, reasons } }: { row: Row }) {
  const say = useText(targetPageText);
  const language = useLanguage();
  const named = (verdict: Row['reasons'][number]['verdict']) =>
    reasons
      .filter((reason) => reason.verdict === verdict)
      .map(({ wish }) => wishWords[wish][language])
      .join(language === 'zh' ? '、' : ', ');
  const [against, open] = [named('not-met'), named('unknown')];
  return (
    <>
      <span>
        <span aria-hidden="true">{glyphs[fit]}</span> {say(`fit.${fit}`)}
      </span>
      {against !== '' && <span className="zt-meta zt-target-below">{say('against', { wishes: against })}</span>}
      {open !== '' && <span className="zt-meta zt-target-below">{say('toCheck', { wishes: open })}</span>}
    </>
  );
}
