// Whether 去年对照 has room beside the pages (mock/README: below 1600 px it takes their place).
import { useEffect, useState } from 'react';

const WIDE = '(min-width: 1600px)';

/** Changes with the window. */
export function useIsWide(): boolean {
  const [isWide, set] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const change = (): void => set(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return isWide;
}
