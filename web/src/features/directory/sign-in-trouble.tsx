import { isRefused } from '#platform/query';
import { Refused, Trouble } from '#ui/states';

/** What went wrong with what was just sent; nothing when nothing did. */
export function SignInTrouble({ error }: { error: Error | null }) {
  if (!error) return null;
  return isRefused(error) ? <Refused sentence={error.message} /> : <Trouble error={error} />;
}
