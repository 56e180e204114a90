import { describe, expect, it } from 'vitest';
import { type Config, readConfig } from './config.ts';
import { containerSettings, serverSettings } from './serverSettings.ts';

const GiB = 1024 ** 3;
const machine = { cpus: 4, memoryBytes: 8 * GiB };

function config(environment: Record<string, string> = {}): Config {
  const read = readConfig(environment);
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value;
}

describe('serverSettings', () => {
  it('fits the machine where the operator says nothing', () => {
    const { sessions } = serverSettings(config(), machine);
    expect(sessions.builds).toBe(4);
    expect(sessions.supply).toMatchObject({ containers: 32, warm: 2, startsAtOnce: 4 });
    const small = serverSettings(config(), { cpus: 1, memoryBytes: GiB });
    expect(small.sessions.supply.containers).toBe(2);
  });

  it('does as the operator says', () => {
    const told = config({ PLAYGROUND_SESSIONS: '7', PLAYGROUND_BUILDS: '1', PLAYGROUND_INSTANCE: 'mine' });
    const { sessions } = serverSettings(told, machine);
    expect(sessions.builds).toBe(1);
    expect(sessions.supply).toMatchObject({ containers: 7, instance: 'mine' });
  });

  it('gives no two servers one name', () => {
    const name = (port: string) =>
      serverSettings(config({ PLAYGROUND_PORT: port }), machine).sessions.supply.instance;
    expect(new Set(['3000', '3001', '0'].map(name)).size).toBe(3);
  });

  it('takes only names of this machine for its own where nobody else can come', () => {
    const alone = (environment: Record<string, string>) =>
      serverSettings(config(environment), machine).origins.loopbackOnly;
    expect(alone({})).toBe(true);
    expect(alone({ PLAYGROUND_HOST: '0.0.0.0' })).toBe(false);
    expect(alone({ PLAYGROUND_PROXIES: '1' })).toBe(false);
  });

  it('tells of an end before the session has begun to idle at the earliest', () => {
    const { expiry } = serverSettings(config({ PLAYGROUND_IDLE_MINUTES: '1' }), machine).sessions;
    expect(expiry.noticeMs).toBeLessThan(expiry.idleMs);
  });
});

describe('containerSettings', () => {
  it('promises no more CPUs than there are', () => {
    expect(containerSettings(config(), '{}', 1).cpus).toBe(1);
    expect(containerSettings(config({ PLAYGROUND_CPUS: '0.5' }), '{}', 8).cpus).toBe(0.5);
  });
});
