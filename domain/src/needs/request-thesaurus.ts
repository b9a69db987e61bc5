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
        const said = words.find((word) => text.includes(word));
        return said === undefined ? [] : [{ official, said }];
      }),
  };
}
