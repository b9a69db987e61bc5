import { DownloadOutlined } from '@ant-design/icons';
import { exportPath } from '@zhitong/contract/list-export';
import { useLanguage } from '#platform/display';
import { currentPost } from '#platform/post';
import { sharedText } from '#platform/shared-text';
import { useText } from '#platform/text';

interface ExportLinkProps {
  readonly list: { readonly path: string };
  /** the filter of the screen */
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** 导出 Excel: the rows of this filter, in this order. A link carries no header, so language and post stand in its address. */
export function ExportLink({ list, query }: ExportLinkProps) {
  const say = useText(sharedText);
  const language = useLanguage();
  const post = currentPost();
  const search = new URLSearchParams({ lang: language, ...(post && { post }) });
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return (
    <a className="zt-button-link" href={`${exportPath(list)}?${search}`} download>
      <DownloadOutlined aria-hidden="true" />
      {say('exportExcel')}
    </a>
  );
}
