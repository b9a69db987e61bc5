import { Claims } from '#features/directory/claims';

export function ClaimsPage() {
  return <Claims />;
}
