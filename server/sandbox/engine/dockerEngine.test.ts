import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { connectDockerEngine } from './dockerEngine.ts';

it('has nothing of its connections written out with each call', () => {
  const engine = connectDockerEngine();
  const { agent } = engine.docker.modem as unknown as { agent: object };
  expect(inspect({ agent }, { showHidden: true, depth: null })).toBe('{ agent: [agent] }');
  engine.close();
});
