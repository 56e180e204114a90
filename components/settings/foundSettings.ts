import type { PostgresSetting } from '../../protocol/messages/settingMessages.ts';

/** What an extension's author changes most, offered before anything is searched for. */
const usual = [
  'wal_level',
  'shared_preload_libraries',
  'session_preload_libraries',
  'log_min_messages',
  'log_statement',
  'max_worker_processes',
  'max_parallel_workers_per_gather',
  'work_mem',
];

/** More rows than so many are not read, but searched. */
export const shownSettings = 50;

/** Settings whose name or description has all the words, names first; without words the usual ones and those of extensions. */
export function foundSettings(settings: readonly PostgresSetting[], search: string): PostgresSetting[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0)
    return settings.filter(({ name, category }) => usual.includes(name) || category === 'Customized Options');
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = settings.filter(({ name }) => has(name));
  const described = settings.filter(({ name, about }) => !has(name) && has(`${name} ${about}`));
  return [...named, ...described];
}
