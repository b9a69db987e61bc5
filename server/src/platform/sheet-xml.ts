import { Refusal } from '@zhitong/domain/refusal';
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** without its prefix: some programs write `x:row` */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlEvents {
  readonly open?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Walks through a part of a workbook as it is unpacked. No entity is expanded and no document type read: Excel writes none. */
export async function walkXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new Refusal('sheet.damaged');
  });
  parser.on('doctype', () => {
    throw new Refusal('sheet.damaged');
  });
  parser.on('opentag', (tag) => events.open?.({ name: bare(tag.name), attributes: tag.attributes }));
  parser.on('text', (text) => events.text?.(text));
  parser.on('closetag', (tag) => events.close?.(bare(tag.name)));
  for await (const piece of pieces) parser.write(piece);
  parser.close();
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
