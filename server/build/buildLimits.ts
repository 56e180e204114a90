/** Times in milliseconds, sizes in bytes, for one build. */
export interface BuildLimits {
  /** Writing the files and compiling. */
  buildMs: number;
  /** The same where dependencies have to be compiled. pgrx alone takes a minute, and a server has few builds at a time. */
  dependenciesMs: number;
  /** Installing what was compiled. */
  installMs: number;
  /** What cargo may say as text: its progress, and what build scripts print. */
  logBytes: number;
  /** What cargo may say as messages; one is a few KiB. */
  messageBytes: number;
  /** One message of cargo. */
  lineBytes: number;
  /** What cargo, and what it runs, may say on stdout in lines: two for each crate, and one for each diagnostic. */
  lines: number;
  /** How long this server may work on those lines: a diagnostic takes it some 20 µs. */
  busyMs: number;
  /** Diagnostics that are passed on, and their size together. */
  diagnostics: number;
  diagnosticBytes: number;
}

export const defaultBuildLimits: BuildLimits = {
  buildMs: 60_000,
  dependenciesMs: 180_000,
  installMs: 15_000,
  logBytes: 1024 * 1024,
  messageBytes: 16 * 1024 * 1024,
  lineBytes: 1024 * 1024,
  lines: 100_000,
  busyMs: 2_000,
  diagnostics: 200,
  diagnosticBytes: 1536 * 1024,
};
