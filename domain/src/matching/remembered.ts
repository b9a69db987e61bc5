/**
 * The same function, computed once for each word. Names of properties, papers and units are few and are compared for every offer; the
 * words of firms are many, so that the memory is emptied when it holds `most`.
 */
export function remembered<Value>(compute: (word: string) => Value, most = 5000): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = compute(word);
    if (known.size >= most) known.clear();
    known.set(word, value);
    return value;
  };
}
