import { expect, it } from 'vitest';
import { engineAdvice } from './dockerEngine.mjs';

const absent = [{ dockerHost: 'unix:///var/run/docker.sock', error: 'ENOENT' }];
const machine = { distribution: 'debian', isRoot: true, hasSystemd: false };

it('needs no advice as root on Debian or Ubuntu, where the set-up installs an Engine', () => {
  expect(engineAdvice(absent, machine, {})).toBeNull();
  expect(engineAdvice(absent, { ...machine, distribution: 'ubuntu' }, {})).toBeNull();
});

it.each([
  [
    'a user who may not open the socket',
    [{ ...absent[0], error: 'EACCES' }],
    machine,
    {},
    /usermod -aG docker/,
  ],
  [
    'an Engine named that does not answer',
    absent,
    machine,
    { DOCKER_HOST: 'tcp://h:1' },
    /unset DOCKER_HOST/,
  ],
  ['Debian without root', absent, { ...machine, isRoot: false }, {}, /sudo apt-get install docker.io/],
  ['another system', absent, { ...machine, distribution: 'other' }, {}, /install Docker Engine/],
])('says what mends it for %s', (_, problems, on, env, mend) => {
  expect(engineAdvice(problems, on, env)?.mend).toMatch(mend);
});
