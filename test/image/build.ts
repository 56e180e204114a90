import type { ImageSession } from './openSession.ts';

/** The server's way from sources to an installed extension, as docker/README.md has it. */
export function buildAndInstall(libName: string, features: string): string {
  return `
cargo rustc --lib --offline --manifest-path /work/project/Cargo.toml --no-default-features --features "${features}" \\
  --message-format=json-diagnostic-rendered-ansi -- -Clink-arg=-Wl,--no-gc-sections
/opt/pgrx/bin/install-extension --so /work/target/debug/lib${libName}.so --manifest /work/project/Cargo.toml`;
}

/** Names of the packages that this build had to compile, in cargo's order. */
export async function compiledBy(session: ImageSession, command: readonly string[]): Promise<string[]> {
  const { code, stderr } = await session.run(command);
  if (code !== 0) throw new Error(stderr);
  return [...stderr.matchAll(/^\s*(?:Compiling|Checking) (\S+)/gm)].map(([, name = '']) => name);
}

/** A build with nothing that tells the features' order. */
export const build = ['cargo', 'rustc', '--lib', '--offline', '--', '-Clink-arg=-Wl,--no-gc-sections'];
