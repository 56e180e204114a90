import { limits } from '../../../protocol/limits.ts';
import { clipText } from '../../base/clipText.ts';
import { commandEnd } from '../../ports/commandEnd.ts';
import type { BuildPort, Installed, RunContext, RunModeSteps, StepEnd } from '../../ports/runPorts.ts';
import { runToEnd } from '../../ports/runToEnd.ts';
import type { SandboxPort } from '../../ports/sandboxPort.ts';
import { projectCrates } from '../project/projectCrates.ts';

/**
 * `cargo pgrx package` of what was just built, in debug code as Run has it: release code of all crates takes minutes. Then
 * both archives of it. `$1` is the Debian package's name, `$2` its version, `$3` the Postgres major, `$4` the
 * crate's folder.
 */
const script = `
set -eu
rm -rf /work/package && mkdir /work/package
cd "/work/project/$4"
cargo pgrx package --debug --pg-config "$(command -v pg_config)" --out-dir /work/package/tree >&2
cd /work/package
tar --owner=0 --group=0 -czf package.tar.gz -C tree .
mkdir tree/DEBIAN
cat > tree/DEBIAN/control <<CONTROL
Package: $1
Version: $2
Architecture: $(dpkg --print-architecture)
Maintainer: unknown <unknown@localhost>
Depends: postgresql-$3
Section: database
Priority: optional
Description: a Postgres extension made with pgrx
CONTROL
dpkg-deb -Zgzip -z6 --root-owner-group --build tree package.deb >&2
rm -rf tree
`;

const timeoutMs = 60_000;

/** The mode `package`: builds, and leaves the package in the container, where `package.get` finds it. */
export function packageSteps(build: BuildPort, port: SandboxPort): RunModeSteps {
  return async ({ context, request, releaseBuildSlot }) => {
    const end = await build.build(context, request.files);
    if (end.kind !== 'installed') {
      releaseBuildSlot();
      return { end, step: 'build' };
    }
    const crates = projectCrates(request.files);
    const folder = crates.ok ? crates.value.built.folder : '';
    const made = await makePackage(port, context, end.installed, folder);
    releaseBuildSlot();
    return { end: made, step: 'build' };
  };
}

async function makePackage(
  port: SandboxPort,
  { sandbox, emit, signal }: RunContext,
  { name, version }: Installed,
  folder: string,
): Promise<{ kind: 'ok'; message?: string } | StepEnd> {
  const major = String(sandbox.postgres);
  const argv = ['sh', '-c', script, 'sh', debianName(name, major), debianVersion(version), major, folder];
  const ended = await runToEnd(port, sandbox, argv, {
    keepBytes: limits.textLength,
    timeoutMs,
    signal,
    leavesNothing: true,
  });
  if (!ended.ok)
    return commandEnd(ended.error, emit, `Packaging took over ${timeoutMs / 1000} s and was stopped.`);
  const { code, stderr } = ended.value;
  if (stderr !== '') emit({ type: 'log', stream: 'stderr', text: clipText(stderr, limits.textLength) });
  if (code !== 0)
    return {
      kind: 'failed',
      message: 'The package couldn’t be built. See the build log for the output of cargo pgrx package.',
    };
  return {
    kind: 'ok',
    message: `Built the package for Postgres ${major} with cargo pgrx package --debug: unoptimized, and linked against this container’s libraries.`,
  };
}

/** As Debian's packages of extensions are called; letters that a package's name cannot have become hyphens. */
function debianName(name: string, major: string): string {
  return `postgresql-${major}-${name.toLowerCase().replace(/[^a-z0-9+.-]+/g, '-')}`;
}

/** Debian's versions begin with a digit. */
function debianVersion(version: string): string {
  const plain = version.replace(/[^A-Za-z0-9.+~]+/g, '.');
  return /^\d/.test(plain) ? plain : `0.${plain}`;
}
