import { browserStorage } from '../../browser/browserStorage.ts';

/** Where the sizes of panels are remembered. A value that is no set of sizes is as good as none. */
export const layoutStorage = {
  getItem(key: string): string | null {
    if (typeof window === 'undefined') return null;
    const text = browserStorage('local')?.getItem(key) ?? null;
    try {
      const sizes: unknown = JSON.parse(text ?? '');
      return sizes && typeof sizes === 'object' && !Array.isArray(sizes) ? text : null;
    } catch {
      return null;
    }
  },
  setItem(key: string, value: string): void {
    try {
      browserStorage('local')?.setItem(key, value);
    } catch {
      // A browser without room forgets the sizes; nothing of anyone's work is in them.
    }
  },
};
