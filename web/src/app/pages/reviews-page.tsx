import { Reviews } from '#features/directory/reviews';

export function ReviewsPage() {
  return <Reviews />;
}
