import { PasswordLink } from '#features/directory/password-link';
import { useGo } from '#platform/address';
import { DemoStrip } from '../demo-strip.tsx';

/** Where a one-time link leads. What it carries stands behind `#`, which the browser sends to nobody. */
export function SetPasswordPage() {
  const go = useGo();
  return (
    <>
      <DemoStrip />
      <PasswordLink token={location.hash.slice(1)} onDone={() => go('/sign-in')} />
    </>
  );
}
