import { type ReactElement, type ReactNode, createContext, useContext } from 'react';
import type { About } from '../../protocols/contract/calls';

const Context = createContext<About | undefined>(undefined);

export function AboutProvider({ about, children }: { about: About; children: ReactNode }): ReactElement {
  return <Context value={about}>{children}</Context>;
}

/** The program this page runs in. */
export function useAbout(): About {
  const about = useContext(Context);
  if (about === undefined) throw new Error('useAbout stands outside AboutProvider');
  return about;
}
