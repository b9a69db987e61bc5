import { RegistrationWizard } from '#features/directory/registration-wizard';
import { OpenPage } from '../open-page.tsx';

export function RegisterPage() {
  return (
    <OpenPage>
      <RegistrationWizard />
    </OpenPage>
  );
}
