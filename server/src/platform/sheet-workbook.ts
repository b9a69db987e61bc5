import { Refusal } from '@zhitong/domain/refusal';
import { walkXml } from './sheet-xml.ts';
import type { Zip } from './sheet-zip.ts';

/** Where the parts of a workbook lie that are read; nothing else in it is looked at. */
export interface WorkbookParts {
  /** the first sheet that a person sees */
  readonly sheet: string;
  /** every sheet a person sees, with the name on its tab */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: string | undefined;
  readonly styles: string | undefined;
  /** days count from 1904, as old Macs had it */
  readonly since1904: boolean;
}

interface Link {
  readonly type: string;
  readonly target: string;
}

/** Follows the links of the package from its root to the first visible sheet. Refuses macros and the binary format. */
export async function findWorkbookParts(zip: Zip): Promise<WorkbookParts> {
  if (zip.names.some((name) => /vbaProject|macrosheets|activeX/i.test(name))) throw new Refusal('sheet.macros');
  if (zip.names.some((name) => /workbook\.bin$/i.test(name))) throw new Refusal('sheet.binary-excel');
  const root = await readLinks(zip, '');
  const workbook = [...root.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target;
  if (workbook === undefined || !zip.names.includes(workbook)) throw new Refusal('sheet.damaged');
  const links = await readLinks(zip, workbook);
  const { sheets, since1904 } = await readWorkbook(zip, workbook);
  const seen = sheets.flatMap(({ id, name }) => {
    const link = links.get(id);
    return link?.type.endsWith('/worksheet') ? [{ name, part: link.target }] : [];
  });
  const sheet = seen[0]?.part;
  if (sheet === undefined || !zip.names.includes(sheet)) throw new Refusal('sheet.damaged');
  const byType = (end: string) =>
    [...links.values()].find(({ type, target }) => type.endsWith(end) && zip.names.includes(target))?.target;
  const there = seen.filter(({ part }) => zip.names.includes(part));
  return { sheet, sheets: there, strings: byType('/sharedStrings'), styles: byType('/styles'), since1904 };
}

interface NamedSheet {
  readonly id: string;
  readonly name: string;
}

async function readWorkbook(zip: Zip, part: string): Promise<{ sheets: readonly NamedSheet[]; since1904: boolean }> {
  const sheets: NamedSheet[] = [];
  let since1904 = false;
  await walkXml(zip.read(part), {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet' || (attributes.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (id !== undefined) sheets.push({ id, name: attributes.name ?? '' });
    },
  });
  return { sheets, since1904 };
}

async function readLinks(zip: Zip, part: string): Promise<ReadonlyMap<string, Link>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const file = `${folder}_rels/${part.slice(slash)}.rels`;
  const links = new Map<string, Link>();
  if (!zip.names.includes(file)) return links;
  await walkXml(zip.read(file), {
    open: ({ name, attributes }) => {
      // a link out of the package is never followed
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const { Id: id, Type: type, Target: target } = attributes;
      if (id && type && target) links.set(id, { type, target: resolvePart(folder, target) });
    },
  });
  return links;
}

function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
