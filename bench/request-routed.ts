import type { JudgedRequest } from './request-routing-parts.ts';

/** What one system proposed for one request. */
export interface RoutedRequest {
  readonly request: JudgedRequest;
  readonly list: string;
  /** matters, best first */
  readonly proposed: readonly string[];
  /** of the first proposal; 1 where a system has none */
  readonly confidence: number;
  readonly milliseconds: number;
}

/** Whether the matter, or one that is defensible too, is among the first proposals. */
export function isRight({ request, proposed }: RoutedRequest, within: number): boolean {
  return proposed.slice(0, within).some((matter) => matter === request.matter || request.also.includes(matter));
}
