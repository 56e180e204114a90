import { TomlError } from 'smol-toml';
import { limits } from '../../protocol/limits.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { TomlPlaces } from '../../protocol/toml/TomlPlaces.ts';
import type { Finding } from '../Finding.ts';
import { TomlEdit, table } from './TomlEdit.ts';

const today = '.cargo/config.toml';
/** How cargo called it before 1.39; it warns of it now. */
const before = '.cargo/config';

/** What `cargo pgrx new` writes; before pgx 0.6 the flags were under `[build]`, for every system. */
const forMac = [
  '[target.\'cfg(target_os="macos")\']',
  "# Postgres symbols won't be available until runtime",
  'rustflags = ["-Clink-arg=-Wl,-undefined,dynamic_lookup"]',
];

/** Cargo's settings of a project, without what an old template wrote there. */
export function portCargoConfig(files: ProjectFiles, report: (finding: Finding) => void): ProjectFiles {
  const path = [today, before].find((name) => Object.hasOwn(files, name));
  const text = path === undefined ? '' : (files[path] ?? '');
  if (path === undefined || text.length > limits.manifestLength) return files;
  try {
    const edit = new TomlEdit(text);
    const message = portFlags(edit);
    const { [path]: _old, ...others } = files;
    const result = holdsFlagsOnly(edit) && message === null ? `${forMac.join('\n')}\n` : edit.result;
    if (message !== null) report({ file: today, line: new TomlPlaces(result).lineOf(flagsPath), message });
    return path === today ? { ...files, [today]: result } : { ...others, [today]: result };
  } catch (error) {
    if (error instanceof TomlError || error instanceof RangeError) return files;
    throw error;
  }
}

const flagsPath = ['build', 'rustflags'];

/** Whether nothing would be left of it. */
function holdsFlagsOnly({ root }: TomlEdit): boolean {
  return Object.keys(root).join() === 'build' && Object.keys(table(root.build)).join() === 'rustflags';
}

/** Returns, in words, what is wrong with flags that no template has written. */
function portFlags(edit: TomlEdit): string | null {
  const { rustflags, ...others } = table(edit.root.build);
  if (rustflags === undefined) return null;
  const flags = Array.isArray(rustflags) ? rustflags.map(String) : String(rustflags).split(' ');
  if (!flags.every((flag) => flag === '-C' || /^(?:-C)?link-args?=-Wl,-undefined,dynamic_lookup$/.test(flag)))
    return 'With these rustflags, every dependency has to be compiled again on this server. Delete them, or move them to the [target] that needs them.';
  edit.remove(Object.keys(others).length > 0 ? flagsPath : ['build']);
  const hasMac = Object.keys(table(edit.root.target)).some((target) => /macos|apple/.test(target));
  if (!hasMac) edit.append(forMac);
  return null;
}
