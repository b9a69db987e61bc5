import { Accounts } from '#features/directory/accounts';

export function AccountsPage() {
  return <Accounts />;
}
