import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * The files of the project, from its folder: those that git has, and those that it would take, so that a rule is
 * broken before a commit and not after.
 */
export function projectFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).split('\0');
  return files.filter((file) => file !== '' && existsSync(file));
}
