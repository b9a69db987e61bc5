/** The first sentence of a request, short enough for a row: what people call it by. */
export function caseTitle(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  const [first = ''] = plain.split(/(?<=[。！？!?；;])/u);
  const sentence = first.trim() === '' ? plain : first.trim();
  // a text of nothing but a stop keeps it: a row must be called something
  const letters = [...sentence.replace(/(?<=.)[。；;]$/su, '')];
  return letters.length <= longest ? letters.join('') : `${letters.slice(0, longest - 1).join('')}…`;
}

const longest = 40;
