import { ArticleScreen, NewArticle } from '#features/needs/article-screen';
import { usePathId } from '#platform/address';

export function ArticlePage() {
  const id = usePathId();
  return id === undefined || id === 'new' ? <NewArticle /> : <ArticleScreen id={id} />;
}
