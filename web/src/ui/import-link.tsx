import type { ImportKind } from '@zhitong/domain/directory/import-kind';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';
import { AppLink } from './app-link.tsx';

/** 导入 Excel: to the wizard, with this kind chosen. Who may import nothing of it gets no such link. */
export function ImportLink({ kind }: { kind: ImportKind }) {
  const say = useText(sharedText);
  return (
    <AppLink className="zt-button-link" to={`/imports?kind=${kind}`}>
      {say('importExcel')}
    </AppLink>
  );
}
