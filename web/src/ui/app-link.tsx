import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { MixedText } from './mixed-text.tsx';

interface AppLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly label?: string;
  /** the page one is on */
  readonly current?: boolean;
}

/** A link to an address inside the app: the server sends addresses as text, so they are followed by href. */
export function AppLink({ to, children, className, label, current }: AppLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    <a href={to} className={className} aria-label={label} aria-current={current ? 'page' : undefined} onClick={follow}>
      <MixedText>{children}</MixedText>
    </a>
  );
}
