/** Words that mean about the same: how people say it, and what the city calls it. */
export interface SynonymGroup {
  readonly official: string;
  readonly everyday: readonly string[];
}

export interface FoundSynonym {
  readonly official: string;
  /** the word of the group that stands in the text */
  readonly said: string;
}

export interface Thesaurus {
  /** One finding a group, in the order of the groups; of several words the first listed. The text is normalised. Cost: words × text. */
  readonly find: (text: string) => readonly FoundSynonym[];
}

/** Words are normalised as texts are (lower case, simplified). */
export function newThesaurus(groups: readonly SynonymGroup[]): Thesaurus {
  const listed = groups.map(({ official, everyday }) => ({ official, words: [official, ...everyday] }));
  return {
    find: (text) =>
      listed.flatMap(({ official, words }) => {
        const said = words.find((word) => (latin.test(word) ? holdsWord(text, word) : text.includes(word)));
        return said === undefined ? [] : [{ official, said }];
      }),
  };
}

const latin = /^[a-z0-9]/;

/** `ct` does not stand in `select`. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true;
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/.test(character);
}
