import { expect, it } from 'vitest';
import { ownerLabel } from '../../ports/labels.ts';
import { dockerSandboxDefaults } from '../dockerSandboxOptions.ts';
import { containerSettings } from './containerSettings.ts';
import { sandboxFromLabels } from './sandboxLabels.ts';

/** What the settings do is asked of a running container in `test/contract/hardening.test.ts`. */

const options = { ...dockerSandboxDefaults, cpus: 1.5, images: { 17: 'image' }, seccompProfile: '{"a":1}' };
const spec = { postgres: 17, labels: { [ownerLabel]: 'server-1' } };

it('names the runtime where one is set, and leaves it to the Engine where none is', () => {
  expect(containerSettings(spec, 'image', { ...options, runtime: 'runsc' }).HostConfig?.Runtime).toBe(
    'runsc',
  );
  expect(containerSettings(spec, 'image', options).HostConfig).not.toHaveProperty('Runtime');
});

it('sends the seccomp profile itself, as the Engine may be on another machine', () => {
  expect(containerSettings(spec, 'image', options).HostConfig?.SecurityOpt).toContain('seccomp={"a":1}');
});

it('labels the container so that the sandbox can be read off it', () => {
  const { Labels = {} } = containerSettings(spec, 'image', options);
  expect(sandboxFromLabels('c1', Labels)).toEqual({ id: 'c1', postgres: 17, labels: spec.labels });
  const older = containerSettings({ ...spec, pgrx: '0.18.1' }, 'image', options);
  expect(sandboxFromLabels('c1', older.Labels ?? {})).toMatchObject({ postgres: 17, pgrx: '0.18.1' });
});

it('takes no container for its own that has no sensible major', () => {
  for (const major of [undefined, '', '17; rm', '1e3', '17/', '17/a b']) {
    const labels = {
      [ownerLabel]: 'x',
      ...(major === undefined ? {} : { [`${ownerLabel}.postgres`]: major }),
    };
    expect(sandboxFromLabels('c1', labels)).toBeNull();
  }
});
