import { RatingPage as Rating } from '#features/needs/rating-page';
import { OpenPage } from '../open-page.tsx';

export function RatingPage() {
  return (
    <OpenPage>
      <Rating />
    </OpenPage>
  );
}
