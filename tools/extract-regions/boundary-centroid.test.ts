import { expect, test } from 'vitest';
import { boundaryCentroids } from './boundary-centroid.ts';

type Point = readonly [number, number];

/** The writing of echarts 4 turned round: differences in 1/1024 degree, zigzag, one character each. */
function encode(ring: readonly Point[]): { text: string; offset: number[] } {
  const steps = ring.map(([x, y]) => [Math.round(x * 1024), Math.round(y * 1024)] as const);
  const [start = [0, 0] as const] = steps;
  const sign = (value: number) => String.fromCharCode(((value << 1) ^ (value >> 31)) + 64);
  const text = steps.map(([x, y], i) => {
    const [beforeX, beforeY] = steps[i - 1] ?? start;
    return sign(x - beforeX) + sign(y - beforeY);
  });
  return { text: text.join(''), offset: [...start] };
}

const square = (x: number, y: number, side: number): Point[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

test('the centroid of a square is its middle', () => {
  const { text, offset } = encode(square(122, 37, 2));
  const boundary = { id: '371000', geometry: { type: 'Polygon', coordinates: [text], encodeOffsets: [offset] } };
  expect(boundaryCentroids(JSON.stringify({ features: [boundary] })).get('371000')).toEqual([123, 38]);
});

test('of mainland and islands the largest counts, and an old code answers to its new one', () => {
  const parts = [encode(square(80, 40, 0.25)), encode(square(90, 42, 4))];
  const geometry = {
    type: 'MultiPolygon',
    coordinates: parts.map(({ text }) => [text]),
    encodeOffsets: parts.map(({ offset }) => [offset]),
  };
  const centroids = boundaryCentroids(JSON.stringify({ features: [{ id: '652100', geometry }] }));
  expect([...centroids]).toEqual([['650400', [92, 44]]]);
});
