import { TomlError } from 'smol-toml';
import { limits } from '../../protocol/limits.ts';
import { TomlPlaces } from '../../protocol/toml/TomlPlaces.ts';
import type { Finding } from '../Finding.ts';
import type { ManifestTask } from './ManifestTask.ts';
import { portDependencies } from './portDependencies.ts';
import { portFeatures } from './portFeatures.ts';
import { portTargets } from './portTargets.ts';
import { TomlEdit, table } from './TomlEdit.ts';

/** A Cargo.toml as the release of pgrx wants it, and what is left to do in it; the same text where it can't be read. */
export function portManifest(
  text: string,
  task: Omit<ManifestTask, 'edit' | 'report'>,
): { text: string; findings: Finding[] } {
  if (text.length > limits.manifestLength) return { text, findings: [] };
  const reported: { path: readonly string[]; message: string }[] = [];
  try {
    const edit = new TomlEdit(text);
    const whole = {
      ...task,
      edit,
      report: (path: readonly string[], message: string) => reported.push({ path, message }),
    };
    const usesPgrx = portDependencies(whole);
    if (usesPgrx) {
      portFeatures(whole);
      portTargets(whole);
    }
    portProfiles(edit);
    const { result } = edit;
    const places = new TomlPlaces(result);
    const findings = reported.map(({ path, message }) => ({
      file: task.file,
      line: places.lineOf(path),
      message,
    }));
    return { text: result, findings };
  } catch (error) {
    // The build says where it is no TOML, or nested too deeply.
    if (error instanceof TomlError || error instanceof RangeError) return { text, findings: [] };
    throw error;
  }
}

/**
 * The profiles of old templates: `lto` for debug builds, with which every dependency is compiled anew, goes. A panic that
 * aborts would end the whole Postgres server.
 */
function portProfiles(edit: TomlEdit): void {
  for (const [name, value] of Object.entries(table(edit.root.profile))) {
    const profile = table(value);
    if (name === 'dev' && profile.lto !== undefined) edit.remove(['profile', name, 'lto']);
    if (profile.panic === 'abort') edit.set(['profile', name, 'panic'], '"unwind"');
  }
}
