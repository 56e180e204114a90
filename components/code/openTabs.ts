import type { ProjectFiles } from '../../protocol/project.ts';

/** The files with a tab: those opened that are still there, and the one that is shown. */
export function openTabs(opened: readonly string[], files: ProjectFiles, active: string): string[] {
  const tabs = opened.filter((path) => path in files);
  return tabs.includes(active) || !(active in files) ? tabs : [...tabs, active];
}

/** The file to show when `closed` loses its tab: the next one, else the one before; null where it is the only one. */
export function tabAfterClosing(tabs: readonly string[], closed: string): string | null {
  const index = tabs.indexOf(closed);
  return tabs[index + 1] ?? tabs[index - 1] ?? null;
}
