import { lazy, Suspense } from 'react';
import { useGo } from '#platform/address';
import { useMay } from '#platform/may';
import { useShortcuts } from '#platform/shortcuts';

const SearchPalette = lazy(() => import('./search-palette.tsx').then((file) => ({ default: file.SearchPalette })));
const NoticeDrawer = lazy(() => import('./notice-drawer.tsx').then((file) => ({ default: file.NoticeDrawer })));
const KeyList = lazy(() => import('./key-list.tsx').then((file) => ({ default: file.KeyList })));

export type Layer = 'search' | 'notices' | 'keys';

/** What floats above the pages, and the keys that work everywhere. */
export function Layers({
  layer,
  onChange,
}: {
  layer: Layer | undefined;
  onChange: (layer: Layer | undefined) => void;
}) {
  const go = useGo();
  const may = useMay();
  const firms = may('opportunity.see') ? '/opportunities' : undefined;
  const inbox = firms ?? (may('case.list') ? '/cases' : undefined);
  const close = () => onChange(undefined);
  useShortcuts({
    'mod+k': () => onChange('search'),
    '/': () => onChange('search'),
    '?': () => onChange('keys'),
    'g h': () => go('/'),
    'g i': inbox && (() => go(inbox)),
    'g n': may('need.see') ? () => go('/needs') : undefined,
    'g d': may('deal.see') ? () => go('/deals') : undefined,
    c: may('need.publish') ? () => go('/needs/new') : undefined,
  });
  return (
    <Suspense>
      {layer === 'search' && <SearchPalette onClose={close} />}
      {layer === 'notices' && <NoticeDrawer onClose={close} />}
      {layer === 'keys' && <KeyList onClose={close} />}
    </Suspense>
  );
}
