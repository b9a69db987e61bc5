import { createContext, useContext } from 'react';
import type { Viewer } from '#features/directory/session';

export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Who is looking. Every page of the shell has one; without it the shell shows the sign-in. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('a page of the shell was drawn without a viewer');
  return viewer;
}
