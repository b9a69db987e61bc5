import { Ratings } from '#features/needs/ratings';

export function RatingsPage() {
  return <Ratings />;
}
