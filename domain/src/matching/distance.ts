export interface Point {
  /** degrees, WGS-84 */
  readonly longitude: number;
  readonly latitude: number;
}

/** Great-circle distance in kilometres by the haversine formula, on a sphere of the Earth's mean radius: good to half a per cent. */
export function distanceInKilometres(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180);
  const chord =
    half(b.latitude - a.latitude) + cosine(a.latitude) * cosine(b.latitude) * half(b.longitude - a.longitude);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

const earthRadius = 6371.0088;
