import { expect, it } from 'vitest';
import { engineEndpoints } from './engineEndpoint.mjs';

it('looks at the sockets of the system, of Docker Desktop, and of a rootless Engine', () => {
  const found = engineEndpoints({ XDG_RUNTIME_DIR: '/run/user/1' }, '/root').map(
    ({ dockerHost }) => dockerHost,
  );
  expect(found).toEqual([
    'unix:///var/run/docker.sock',
    'unix:///root/.docker/run/docker.sock',
    'unix:///run/user/1/docker.sock',
  ]);
});

it.each([
  [{ DOCKER_HOST: 'unix:///x/docker.sock' }, { socketPath: '/x/docker.sock' }],
  [{ DOCKER_HOST: 'tcp://10.0.0.1:1234' }, { protocol: 'http:', host: '10.0.0.1', port: '1234' }],
  [{ DOCKER_HOST: 'tcp://10.0.0.1' }, { protocol: 'http:', host: '10.0.0.1', port: 2375 }],
  [{ DOCKER_HOST: 'tcp://h:2376' }, { protocol: 'https:', host: 'h', port: '2376' }],
  [
    { DOCKER_HOST: 'tcp://h', DOCKER_TLS_VERIFY: '1' },
    { protocol: 'https:', host: 'h', port: 2376 },
  ],
])('asks only the Engine that is named: %j', (env, options) => {
  expect(engineEndpoints(env, '/root')).toEqual([
    { dockerHost: env.DOCKER_HOST, options: expect.objectContaining(options) },
  ]);
});

it.each([
  [{ DOCKER_HOST: 'ssh://somebody@h' }],
  [{ DOCKER_HOST: 'nonsense' }],
  [{ DOCKER_HOST: 'tcp://h:2376', DOCKER_CERT_PATH: '/nowhere' }],
])('says of %j that it can not be asked', (env) => {
  expect(engineEndpoints(env, '/root')).toEqual([
    { dockerHost: env.DOCKER_HOST, unsupported: expect.any(String) },
  ]);
});
