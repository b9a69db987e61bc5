import { errorColumnWords } from '@zhitong/domain/directory/import-words';
import { csvLine } from '#platform/csv-text';
import { csvRecords, decodeCsv } from '#platform/sheet-csv';
import type { MarkTask } from './sheet-marking.ts';

/** A CSV has no colours: it gets the column of errors. It comes back as UTF-8 with its mark, which Excel and WPS open rightly. */
export async function markCsv({
  content,
  marks,
  headingLine,
  language,
}: MarkTask & { content: Buffer }): Promise<Buffer> {
  const text = decodeCsv(content);
  const words = new Map(marks.map(({ line, text: said }) => [line, said]));
  const headings = new Set<string>([errorColumnWords.heading.zh, errorColumnWords.heading.en]);
  let place: number | undefined;
  const lines: string[] = [];
  for await (const { record, line } of csvRecords(text)) {
    if (line === headingLine) {
      const known = record.findIndex((cell) => headings.has(cell.trim()));
      place = known < 0 ? record.length : known;
      record[place] = errorColumnWords.heading[language];
    } else if (place !== undefined) {
      while (record.length < place) record.push('');
      record[place] = words.get(line) ?? '';
    }
    lines.push(csvLine(record, text.separator));
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
}
