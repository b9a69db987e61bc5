interface NamedFirm {
  readonly id: string;
  readonly name: string;
}

/** The listed companies whose names are nearest to each other, each pair once, nearest first; looked through by hand, none is one company listed twice. O(firms · firms that share a piece). */
export function listAlike<Firm extends NamedFirm>(firms: readonly Firm[]): readonly (readonly [Firm, Firm])[] {
  const cut = firms.map((firm) => ({ firm, stem: stemOf(firm.name), pieces: piecesOf(stemOf(firm.name)) }));
  const holders = Map.groupBy(
    cut.flatMap((one) => [...one.pieces].map((piece) => ({ piece, one }))),
    ({ piece }) => piece,
  );
  const pairs = cut.flatMap((one) => {
    const near = [...one.pieces].flatMap((piece) => {
      const list = holders.get(piece) ?? [];
      return list.length > 80 ? [] : list.map((holder) => holder.one);
    });
    return [...new Set(near)]
      .filter(({ firm, stem }) => firm.id > one.firm.id && stem !== one.stem)
      .map((other) => ({ pair: [one.firm, other.firm] as const, likeness: likenessOf(one.pieces, other.pieces) }));
  });
  return pairs
    .sort((a, b) => b.likeness - a.likeness || a.pair[0].id.localeCompare(b.pair[0].id))
    .slice(0, 420)
    .map(({ pair }) => pair);
}

function stemOf(name: string): string {
  return name.replace(/[()（）]|股份有限公司|有限公司|集团/g, '');
}

function piecesOf(stem: string): ReadonlySet<string> {
  return new Set([...stem].slice(1).map((_, at) => stem.slice(at, at + 2)));
}

function likenessOf(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  const common = [...first].filter((piece) => second.has(piece)).length;
  return common / (first.size + second.size - common);
}
