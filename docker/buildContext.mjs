import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { imageInputs } from './imageTag.mjs';
import { withPgrxVersion } from './pgrxVersion.mjs';

/** Where a company's network intercepts TLS, one of these names the bundle that knows its certificate. */
const BUNDLE_SETTINGS = ['SSL_CERT_FILE', 'NODE_EXTRA_CA_CERTS'];

/**
 * Copies what the image is made of, with a starter for this release of pgrx, and the host's CA bundle where it names one, to a
 * folder that Docker can be given.
 *
 * @param {string} folder the folder of the Dockerfile
 * @param {string} pgrxVersion
 * @returns {{ folder: string, close: () => void }} close removes the copy
 */
export function openBuildContext(folder, pgrxVersion) {
  const copy = mkdtempSync(join(tmpdir(), 'pgrx-playground-image-'));
  for (const path of imageInputs(folder)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(folder, path), join(copy, path), { preserveTimestamps: true });
  }
  const manifest = join(copy, 'starter/Cargo.toml');
  writeFileSync(manifest, withPgrxVersion(readFileSync(manifest, 'utf8'), pgrxVersion));
  mkdirSync(join(copy, 'ca'));
  cpSync(join(folder, 'ca/README.md'), join(copy, 'ca/README.md'));
  const bundle = BUNDLE_SETTINGS.map((name) => process.env[name]).find((path) => path && existsSync(path));
  if (bundle) cpSync(bundle, join(copy, 'ca/bundle.pem'), { dereference: true });
  return { folder: copy, close: () => rmSync(copy, { recursive: true, force: true }) };
}
