import { Articles } from '#features/needs/articles';

export function ArticlesPage() {
  return <Articles />;
}
