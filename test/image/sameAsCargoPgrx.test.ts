import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAndInstall } from './build.ts';
import { type ImageSession, openSession, projectFile } from './openSession.ts';

/**
 * What is installed and did not come with Postgres: a line each of hash and path. pgrx itself orders a script's items
 * anew in every run, so of a script the items are hashed in alphabetical order.
 */
const installed = `
cd /install
for file in $(find . -type f | sort); do
  case $file in
  *.sql) hash=$(awk 'BEGIN { RS = "/\\* <begin" } { gsub(/\n/, "\r"); print }' "$file" | sort | sha256sum) ;;
  *) hash=$(sha256sum < "$file") ;;
  esac
  echo "$hash$(stat -c %s "$file") $file"
done`;

describe('what a run installs', () => {
  let session: ImageSession;
  beforeEach(async () => {
    session = await openSession('same');
    await session.shell('rm -rf ./*');
  });
  afterEach(async () => {
    await session[Symbol.asyncDispose]();
  });

  /** Installs by both ways, each from no installed file and no library, and compares all that is there then. */
  async function compare(libName: string, features: string): Promise<string> {
    const clean = `find /install -type f -delete; touch src/lib.rs; rm -f /work/target/debug/lib${libName}.so`;
    await session.shell(`${clean}; ${buildAndInstall(libName, features)}`);
    const ours = await session.shell(installed);
    await session.shell(`${clean}; cargo pgrx install >&2`);
    expect(await session.shell(installed)).toBe(ours);
    return ours;
  }

  it('is what cargo pgrx install gives, for the starter', async () => {
    await session.shell('cp -R /opt/pgrx/starter/. .');
    const files = await compare('my_extension', 'pg17');
    expect(files.match(/\S+$/gm)).toEqual([
      './extension/my_extension--0.0.0.sql',
      './extension/my_extension.control',
      './lib/my_extension.so',
    ]);
  });

  it('is the same for types, an aggregate, operators, a trigger and ordered SQL', async () => {
    await session.write({
      'Cargo.toml': projectFile('rich/Cargo.toml'),
      'rich.control': projectFile('rich/rich.control'),
      'src/lib.rs': projectFile('rich/lib.rs'),
      'sql/rich--1.1--1.2.sql': '-- to @CARGO_VERSION@\n',
      'sql/rich--1.1.sql': '-- no update script\n',
    });
    const files = await compare('rich', 'extra pg17');
    expect(files.match(/\S+$/gm)).toEqual([
      './extension/rich--1.1--1.2.sql',
      './extension/rich--1.2.sql',
      './extension/rich.control',
      './lib/rich.so',
    ]);
    const query = 'SELECT total(n), day FROM inside.numbers(), first_day GROUP BY day';
    const sql = `CREATE EXTENSION rich; SET search_path = rich; ${query}`;
    expect(await session.shell(`psql -qAt -c "${sql}"`)).toBe('3|Monday');
  });

  it('is the same for a library that carries its version', async () => {
    await session.shell('cp -R /opt/pgrx/starter/. .; sed -i /module_pathname/d my_extension.control');
    expect(await compare('my_extension', 'pg17')).toMatch(/my_extension-0\.0\.0\.so$/);
    await session.shell('psql -qc "CREATE EXTENSION my_extension" -c "SELECT hello_my_extension()"');
  });
});
