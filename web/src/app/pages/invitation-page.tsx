import { InvitationPage as Invitation } from '#features/directory/invitation-page';
import { OpenPage } from '../open-page.tsx';

export function InvitationPage() {
  return (
    <OpenPage>
      <Invitation />
    </OpenPage>
  );
}
