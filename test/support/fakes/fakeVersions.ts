import type { FakeProgram } from './fakeProcess.ts';

/** Plays the command by which a container tells what is in it. */
export const fakeVersions: FakeProgram = ({ argv, stdout, toolchain: { postgres, pgrx = '0.19.3' } }) => {
  if (argv.at(-1)?.includes('Cargo.lock')) {
    stdout.write(`# lock of ${pgrx}\n\0# crates of ${pgrx}\n`);
    return 0;
  }
  const version = `${postgres}.11`;
  stdout.write(
    `PostgreSQL ${version} (Debian ${version}-0+deb13u1)\nrustc 1.96.1 (d00d 2026-06-30)\ncargo-pgrx ${pgrx}\n`,
  );
  const crates = [
    { name: 'serde', version: '1.0.228', features: ['derive'] },
    { name: 'regex', version: '1.12.2' },
  ];
  stdout.write(JSON.stringify(crates));
  return 0;
};
