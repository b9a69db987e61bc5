import { getOrganisationPath } from '@zhitong/contract/directory/organisation-tree-contract';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAddress } from '#platform/address';
import { useLanguage } from '#platform/display';
import { formatDate } from '#platform/format-date';
import { useAsk } from '#platform/query';
import { useText } from '#platform/text';
import { AppLink } from '#ui/app-link';
import { Page } from '#ui/page';
import { organisationText } from './organisation-text.ts';
import { TreeDay } from './tree-day.tsx';
import { TreeFinder } from './tree-finder.tsx';
import { TreeLevel } from './tree-level.tsx';
import { TreeSummary } from './tree-summary.tsx';

/** Where does it belong? The tree on the left, the chosen one on the right; both as of a day. */
export function TreeScreen() {
  const say = useText(organisationText);
  const language = useLanguage();
  const address = useAddress();
  const at = address.get('at');
  const asOf = address.get('asOf');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const path = useAsk(
    getOrganisationPath,
    { params: { id: at ?? '' }, query: asOf ? { asOf } : {} },
    { enabled: at !== undefined, keep: false },
  );
  useEffect(() => {
    if (path.data) setOpen((before) => new Set([...before, ...path.data.path.slice(0, -1)]));
  }, [path.data]);
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const choose = (id: string) => address.set({ at: id }, 'quietly');
  return (
    <Page
      title={say('treeTitle')}
      finding={asOf ? say('treeAsOfFinding', { date: formatDate(asOf, language) }) : say('treeFinding')}
      action={
        <AppLink to="/organisations" className="zt-button-link">
          {say('toList')}
        </AppLink>
      }
    >
      <div className="zt-filters">
        <TreeFinder onFind={choose} />
        <TreeDay value={asOf} onChange={(day) => address.set({ asOf: day })} />
        {asOf && <Button onClick={() => address.set({ asOf: undefined })}>{say('treeToday')}</Button>}
      </div>
      <div className="zt-tree-page">
        <nav className="zt-card zt-tree" aria-label={say('treeLabel')}>
          <TreeLevel below={undefined} asOf={asOf} level={1} tree={{ open, chosen: at, toggle, choose }} />
        </nav>
        <section className="zt-card zt-padded zt-tree-side" aria-live="polite">
          {at ? <TreeSummary key={at} id={at} /> : <p className="zt-ink-2">{say('treePick')}</p>}
        </section>
      </div>
    </Page>
  );
}
