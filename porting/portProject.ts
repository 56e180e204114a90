import type { ProjectFiles } from '../protocol/project.ts';
import type { Finding } from './Finding.ts';
import { portCargoConfig } from './manifest/portCargoConfig.ts';
import { portManifest } from './manifest/portManifest.ts';
import { PgrxRelease, type PortTarget } from './PgrxRelease.ts';
import { byHand } from './sources/byHand.ts';
import { portSource } from './sources/portSource.ts';

/** A project as another release of pgrx wants it. */
export interface Port {
  files: ProjectFiles;
  /** What is left for a person to change, at its place in these files. */
  findings: Finding[];
}

/**
 * Ports a project to the release of pgrx that a server has, as far as that can be done without understanding its code:
 * manifests, cargo's settings, and what was only renamed. Of the rest it tells where it is.
 */
export function portProject(given: ProjectFiles, target: PortTarget): Port {
  const release = new PgrxRelease(target);
  const findings: Finding[] = [];
  const files = { ...portCargoConfig(given, (finding) => findings.push(finding)) };
  const manifests = Object.keys(files).filter((path) => /(?:^|\/)Cargo\.toml$/.test(path));
  for (const file of manifests) {
    const folder = file.slice(0, -'Cargo.toml'.length);
    const beside = Object.keys(files).flatMap((path) =>
      path.startsWith(folder) ? path.slice(folder.length) : [],
    );
    const ported = portManifest(files[file] ?? '', {
      file,
      release,
      beside: new Set(beside),
      isAlone: manifests.length === 1,
      removeFile: (path) => delete files[folder + path],
      addFile: (path, text) => {
        files[folder + path] = text;
      },
    });
    files[file] = ported.text;
    findings.push(...ported.findings);
  }
  for (const file of Object.keys(files).filter((path) => path.endsWith('.rs'))) {
    const text = portSource(files[file] ?? '', release.minor);
    files[file] = text;
    findings.push(...byHand(file, text, release));
  }
  return { files, findings };
}
