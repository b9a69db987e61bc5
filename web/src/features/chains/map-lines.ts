import type { LaidLink, LaidSegment, MapLayout, Place } from './map-layout.ts';

/** The picture is 1,000 wide and 100 a row; the page stretches it to its own measure. */
export const boxWidth = 212.5;
export const columnStep = 262.5;
export const rowStep = 100;
export const boxHeight = 80;
const portStep = 9;

export interface Line extends LaidLink {
  readonly path: string;
  /** where the arrow stands, and which way it points */
  readonly head: { readonly x: number; readonly y: number; readonly points: 'left' | 'right' };
}

type Side = 'left' | 'right';

interface Ends {
  readonly link: LaidLink;
  readonly from: Place;
  readonly to: Place;
  readonly leaves: Side;
  readonly enters: Side;
}

/** Every link as a curve that leaves and enters at the side of a box and passes other columns between their boxes. */
export function linesOf<Segment extends LaidSegment>(
  { places }: Pick<MapLayout<Segment>, 'places'>,
  links: readonly LaidLink[],
): Line[] {
  const ends = links.flatMap((link) => {
    const [from, to] = [places.get(link.from), places.get(link.to)];
    return from && to ? [{ link, from, to, ...sidesOf(from, to) }] : [];
  });
  const portOf = portsOf(ends);
  return ends.map((end) => lineOf(end, portOf));
}

function sidesOf(from: Place, to: Place): Pick<Ends, 'leaves' | 'enters'> {
  if (from.column < to.column) return { leaves: 'right', enters: 'left' };
  if (from.column > to.column) return { leaves: 'left', enters: 'right' };
  // within a column the line bows out at a side that has room
  return from.column === 3 ? { leaves: 'left', enters: 'left' } : { leaves: 'right', enters: 'right' };
}

/** The ends at one side of a box, spread in the order of where they lead. */
function portsOf(ends: readonly Ends[]): (end: Ends, which: 'from' | 'to') => number {
  const ports = new Map<string, { end: Ends; which: 'from' | 'to'; far: Place }[]>();
  for (const end of ends)
    for (const which of ['from', 'to'] as const) {
      const key = keyOf(end, which);
      ports.set(key, [...(ports.get(key) ?? []), { end, which, far: which === 'from' ? end.to : end.from }]);
    }
  for (const list of ports.values()) list.sort((a, b) => a.far.row - b.far.row || a.far.column - b.far.column);
  return (end, which) => {
    const list = ports.get(keyOf(end, which)) ?? [];
    const at = list.findIndex((port) => port.end === end && port.which === which);
    const step = Math.min(portStep, (boxHeight - 20) / Math.max(1, list.length));
    return end[which].row * rowStep + boxHeight / 2 + (at - (list.length - 1) / 2) * step;
  };
}

function keyOf({ link, leaves, enters }: Ends, which: 'from' | 'to'): string {
  return which === 'from' ? `${link.from} ${leaves}` : `${link.to} ${enters}`;
}

const sideAt = ({ column }: Place, side: Side) => column * columnStep + (side === 'right' ? boxWidth : 0);

function lineOf(end: Ends, portOf: (end: Ends, which: 'from' | 'to') => number): Line {
  const { link, from, to, leaves, enters } = end;
  const [startY, endY] = [portOf(end, 'from'), portOf(end, 'to')];
  const [startX, endX] = [sideAt(from, leaves), sideAt(to, enters)];
  const head = { x: endX, y: endY, points: enters === 'left' ? ('right' as const) : ('left' as const) };
  if (from.column === to.column) {
    const bend = Math.min(44, 14 + 8 * Math.abs(to.row - from.row));
    const bow = startX + (leaves === 'right' ? bend : -bend);
    return { ...link, head, path: `M${startX} ${startY}C${bow} ${startY} ${bow} ${endY} ${endX} ${endY}` };
  }
  const step = from.column < to.column ? 1 : -1;
  const path = [`M${startX} ${startY}`];
  let [x, y] = [startX, startY];
  for (let column = from.column + step; column !== to.column; column += step) {
    const share = (column - from.column) / (to.column - from.column);
    const gap = gapAt(startY + (endY - startY) * share);
    const near = sideAt({ column, row: 0 }, step === 1 ? 'left' : 'right');
    const far = sideAt({ column, row: 0 }, step === 1 ? 'right' : 'left');
    path.push(curve([x, y], [near, gap]), `L${far} ${gap}`);
    [x, y] = [far, gap];
  }
  path.push(curve([x, y], [endX, endY]));
  return { ...link, head, path: path.join('') };
}

/** The middle of the gap between two rows nearest to a height. */
function gapAt(y: number): number {
  const middle = (rowStep - boxHeight) / 2;
  return Math.max(0, Math.round((y + middle) / rowStep)) * rowStep - middle;
}

type Point = readonly [x: number, y: number];

function curve([x, y]: Point, [toX, toY]: Point): string {
  const half = (x + toX) / 2;
  return `C${half} ${y} ${half} ${toY} ${toX} ${toY}`;
}
