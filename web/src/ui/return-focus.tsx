import { useEffect, useState } from 'react';

/** A layer that is drawn while it is open gives the focus back to what opened it. */
export function useReturnFocus(): void {
  // read while drawing: by the time of the effect the layer has already taken the focus
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}
