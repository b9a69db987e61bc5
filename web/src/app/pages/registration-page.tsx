import { RegistrationStatus } from '#features/directory/registration-status';
import { OpenPage } from '../open-page.tsx';

export function RegistrationPage() {
  return (
    <OpenPage>
      <RegistrationStatus />
    </OpenPage>
  );
}
