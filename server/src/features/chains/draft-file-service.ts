import type { exportVersion, readDraftFile } from '@zhitong/contract/chains/draft-contract';
import type { ChainContent } from '@zhitong/domain/chains/chain-map';
import { compareVersions } from '@zhitong/domain/chains/chain-version';
import { rowSentence } from '@zhitong/domain/chains/draft-row-words';
import { judgeRows } from '@zhitong/domain/chains/draft-rows';
import type { Language } from '@zhitong/domain/language';
import { Refusal } from '@zhitong/domain/refusal';
import type { z } from 'zod';
import { recordAudit } from '#platform/audit-log';
import { inContext } from '#platform/context';
import { contextOf, type Viewer } from '#platform/viewer';
import type { ChainDeps } from './chain-deps.ts';
import { namesIn } from './chain-names.ts';
import { getStoredChain } from './chain-reading.ts';
import { comparisonOf } from './chain-views.ts';
import { writeMapJson, writeMapWorkbook } from './draft-file-export.ts';
import { productFinder, readMapFile } from './draft-file-reading.ts';
import { findDraft } from './draft-reading.ts';
import { plain, productsOf } from './draft-views.ts';
import { findNames } from './firm-naming.ts';

/** some thousand segments as JSON; a workbook of them is smaller */
export const mapFileLimit = 5 * 1024 * 1024;

/** What a file would make of the draft. Nothing is stored: whoever sent it looks at it first. */
export async function readDraftFileFor(
  deps: ChainDeps,
  viewer: Viewer,
  sent: { id: string; name: string; content: Buffer; language: Language },
): Promise<z.input<typeof readDraftFile.reply>> {
  const { id, language } = sent;
  const draft = await contentOf(deps, viewer, id);
  const { rows, head } = await readMapFile(sent);
  const { book } = await deps.chains.facts();
  const given = { draft, findProducts: productFinder(book), newId: () => deps.effects.newId() };
  const { map, refused } = judgeRows(rows, given);
  if (map.segments.length === 0) throw new Refusal('chains.file-empty');
  const content: ChainContent = { ...draft, ...(head && (await ownHead(head))), ...map };
  const nameOf = namesIn(book, language);
  return {
    content: plain(content),
    comparison: comparisonOf(compareVersions(draft, content), nameOf),
    refused: refused.slice(0, 500).map((row) => ({ ...row, text: rowSentence(row, language) })),
    products: productsOf(content, nameOf),
  };

  /** A file from elsewhere may name bodies that are not in this directory: those of the draft stay. */
  async function ownHead(found: Omit<ChainContent, 'segments' | 'links' | 'entries'>) {
    const { leadBodyId, leaderId } = found;
    const wanted = [leadBodyId, leaderId].filter((one) => one !== null);
    const known = await inContext(deps.database, contextOf(viewer), (tx) => findNames(tx, viewer.city, wanted));
    const ifKnown = (one: string | null, own: string | null) => (one === null || known.has(one) ? one : own);
    return {
      ...found,
      leadBodyId: ifKnown(leadBodyId, draft.leadBodyId),
      leaderId: ifKnown(leaderId, draft.leaderId),
    };
  }
}

async function contentOf({ database }: ChainDeps, viewer: Viewer, id: string): Promise<ChainContent> {
  const { city } = viewer;
  return inContext(database, contextOf(viewer), async (tx) => {
    await getStoredChain(tx, { city, id });
    const found = await findDraft(tx, { city, id });
    if (!found) throw new Refusal('chains.no-draft');
    return found.draft.content;
  });
}

type Format = z.output<NonNullable<typeof exportVersion.query>>['format'];

/** A version as a file, as far as the reader may read it; the trail says who took it along. */
export async function exportVersionFor(
  deps: ChainDeps,
  viewer: Viewer,
  wish: { id: string; number: number; format: Format; language: Language },
): Promise<{ name: string; content: Buffer }> {
  const { id, number, format, language } = wish;
  const { book } = await deps.chains.facts();
  const nameOf = namesIn(book, language);
  const content = await inContext(deps.database, contextOf(viewer), async (tx) => {
    const chain = await getStoredChain(tx, { city: viewer.city, id });
    const version = chain.versions.find((one) => one.number === number);
    if (!version) throw new Refusal('platform.not-found');
    await recordAudit(tx, deps.effects, {
      ...{ action: 'chain.exported', subject: { kind: 'chain', id }, after: { number, format } },
    });
    return version.content;
  });
  const title = (language === 'en' ? content.nameEn : null) ?? content.name;
  const name = language === 'en' ? `${title} version ${number}.${format}` : `${title} 第${number}版.${format}`;
  const file =
    format === 'json' ? writeMapJson(content, nameOf) : await writeMapWorkbook(content, { language, nameOf });
  return { name, content: file };
}
