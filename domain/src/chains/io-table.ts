/** A sector of an input-output table: the codes of GB/T 4754 it holds, by how they begin. */
export interface IoSector {
  readonly key: string;
  readonly name: string;
  readonly prefixes: readonly string[];
}

/** Of one sector, in what is made in another, per yuan of its output: 0..1. */
export type IoCoefficient = readonly [from: string, to: string, coefficient: number];

export interface IoTable {
  readonly sectors: readonly IoSector[];
  readonly coefficients: readonly IoCoefficient[];
}

/** The sector that holds a code most precisely; undefined: none does. */
export function sectorOfCode(sectors: readonly IoSector[], code: string): IoSector | undefined {
  let best: { readonly sector: IoSector; readonly length: number } | undefined;
  for (const sector of sectors)
    for (const prefix of sector.prefixes)
      if (code.startsWith(prefix) && prefix.length > (best?.length ?? 0)) best = { sector, length: prefix.length };
  return best?.sector;
}
