import { expect, it } from 'vitest';
import type { RunEvent } from '../../protocol/events/events.ts';
import type { ProjectFiles } from '../../protocol/project.ts';
import { createBuildPort } from '../../server/build/createBuildPort.ts';
import { starter } from '../server/playground.ts';
import { execToEnd } from '../support/execToEnd.ts';
import { dockerSubject, testMajors } from '../support/subject.ts';

/** What differs from shell to shell, or is for cargo's progress bar, and is nothing to rustc. */
const ofTheShell = /^(?:_|OLDPWD|PWD|SHLVL|CARGO_TERM_PROGRESS_\w+)=/;

it.each(testMajors)(
  'a session’s first build on Postgres %i goes without cargo, as cargo would have it',
  async (major) => {
    await using subject = dockerSubject('first-build');
    const sandbox = await subject.start(major);
    const port = createBuildPort(subject.port, { starter, crates: () => [] });
    const build = async (files: ProjectFiles) => {
      const events: RunEvent[] = [];
      const { signal } = new AbortController();
      const end = await port.build({ sandbox, signal, emit: (event) => events.push(event) }, files);
      expect(end.kind).toBe('installed');
      const words = await execToEnd(subject.port, sandbox, ['cat', `/work/.made/pg${major}/command`]);
      const library = await execToEnd(subject.port, sandbox, ['sha256sum', '/install/lib/my_extension.so']);
      return {
        library: library.text,
        said: events.flatMap((event) => (event.type === 'log' ? [event.text] : [])).join(''),
        words: words.text
          .split(' ')
          .filter((word) => !ofTheShell.test(word))
          .toSorted(),
      };
    };
    const first = await build(starter);
    expect(first.said).toContain('only its sources have changed');
    const byCargo = await build({ ...starter, 'Cargo.toml': `# Another.\n${starter['Cargo.toml']}` });
    expect(byCargo.said).not.toContain('only its sources have changed');
    expect(first.words).toEqual(byCargo.words);
    expect(first.library).toBe(byCargo.library);
  },
);
