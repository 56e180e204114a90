/**
 * The value of `ownerLabel` for a test's containers. `npm test` names its run in the environment, and afterwards looks for
 * containers of that run alone, whatever other servers or tests have on the same Engine.
 */
export function testOwner(name: string): string {
  return `test-${process.env.PLAYGROUND_TEST_RUN?.slice(0, 8) ?? 'alone'}-${name}`;
}
