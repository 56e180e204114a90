import { create } from 'zustand';

/** A line of the generated SQL that is to be shown. Each asking has a number, so that the same can be asked for again. */
export interface SqlReveal {
  line: number;
  request: number;
}

export const useSqlReveal = create<{ reveal: SqlReveal | null }>()(() => ({ reveal: null }));

/** Asks the pane to show a line, now or as soon as it is there. */
export function revealSql(line: number): void {
  useSqlReveal.setState(({ reveal }) => ({ reveal: { line, request: (reveal?.request ?? 0) + 1 } }));
}
