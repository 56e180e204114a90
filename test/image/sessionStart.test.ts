import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageSession, openSession } from './openSession.ts';

describe('a session that has started', () => {
  let session: ImageSession;
  beforeAll(async () => {
    session = await openSession('start');
  });
  afterAll(async () => {
    await session[Symbol.asyncDispose]();
  });
  const query = (sql: string) => session.shell(`psql -qAt -c "${sql}"`);

  it('uses less than 100 MB, tmpfs included', async () => {
    const kilobytes = await session.shell(`
      tmpfs=$(df -k --output=used /tmp /work /pgdata /install | awk 'NR > 1 { sum += $1 } END { print sum }')
      memory=$(cat /proc/[0-9]*/smaps_rollup 2>/dev/null | awk '/^Pss_Anon|^Pss_Shmem/ { sum += $2 } END { print sum }')
      echo $((tmpfs + memory))`);
    expect(Number(kilobytes)).toBeLessThan(100_000);
  });

  it('answers on its socket only, and half-closed', async () => {
    expect(await query('SHOW listen_addresses')).toBe('');
    // An SSLRequest, which a server without SSL answers with one byte.
    const input = Buffer.from('0000000804d2162f', 'hex');
    const { stdout } = await session.run(['/opt/pgrx/bin/pg-dial'], { input });
    expect(stdout).toBe('N');
  });

  it('answers one connection after another in frames', async () => {
    const input = Buffer.from('000000080000000804d2162f00000000'.repeat(2), 'hex');
    const { stdout, code } = await session.run(['/opt/pgrx/bin/pg-dial', '--series'], { input });
    expect({ stdout, code }).toEqual({ stdout: '\0\0\0\x01N\0\0\0\0'.repeat(2), code: 0 });
    expect((await session.run(['/opt/pgrx/bin/pg-dial', 'again'])).code).toBe(1);
  });

  it('has the usual extensions, from the usual folders', async () => {
    expect(await session.shell('pg_config --pkglibdir')).toBe('/usr/lib/postgresql/17/lib');
    await query('CREATE EXTENSION pg_trgm; CREATE EXTENSION hstore');
    expect(await query("SELECT similarity('word', 'words') > 0.5")).toBe('t');
    await query("DO 'BEGIN RAISE NOTICE ''x''; END'");
  });

  it('compiles and installs an extension in C', async () => {
    await session.write({
      '/work/c/one.c':
        '#include "postgres.h"\n#include "fmgr.h"\nPG_MODULE_MAGIC;\nPG_FUNCTION_INFO_V1(one);\nDatum one(PG_FUNCTION_ARGS) { PG_RETURN_INT32(1); }\n',
      '/work/c/one--1.sql': "CREATE FUNCTION one() RETURNS int AS 'MODULE_PATHNAME' LANGUAGE C;\n",
      '/work/c/one.control': "default_version = '1'\nmodule_pathname = '$libdir/one'\n",
      '/work/c/Makefile':
        'MODULES = one\nEXTENSION = one\nDATA = one--1.sql\nPGXS := $(shell pg_config --pgxs)\ninclude $(PGXS)\n',
    });
    await session.shell('make -C /work/c install >&2');
    await query('CREATE EXTENSION one');
    expect(await query('SELECT one()')).toBe('1');
    expect(
      await session.shell(
        'test -x "$(dirname $(pg_config --pgxs))/../test/regress/pg_regress" && echo there',
      ),
    ).toBe('there');
  });

  it('keeps only the end of a flooded log', async () => {
    const flood = "DO 'BEGIN FOR i IN 1..3000 LOOP RAISE LOG ''%'', repeat(''x'', 1000); END LOOP; END'";
    await query(flood);
    const sizes = (await session.shell('sleep 0.2; stat -c %s /tmp/server.log /tmp/server.log.1'))
      .split('\n')
      .map(Number);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(1_000_000);
    expect(sizes.length).toBe(2);
  });

  it('starts Postgres again after it was killed whole, with the settings written beside it', async () => {
    await session.write({ '/pgdata/playground.conf': "work_mem = '7MB'\n" });
    await session.shell('job-kill postgres KILL; postgres-start');
    expect(await query('SHOW work_mem')).toBe('7MB');
    expect((await session.run(['postgres-start'])).code).toBe(2);
  });

  it('says from the log why Postgres does not start', async () => {
    await session.write({ '/pgdata/playground.conf': "shared_preload_libraries = 'nowhere'\n" });
    const { code, stderr } = await session.run([
      '/bin/sh',
      '-c',
      'job-kill postgres KILL; exec postgres-start',
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/could not access file "nowhere"/);
    await session.write({ '/pgdata/playground.conf': '' });
    await session.shell('postgres-start');
  });

  it('has nothing of the build in it: no CA of the host, no registry, no own artefact', async () => {
    const found =
      'find /build /opt/cargo/registry /opt/pgrx/target -name "*my_extension*" -o -name "*.pem" 2>/dev/null || true';
    expect(await session.shell(found)).toBe('');
  });
});
