import { expect, it } from 'vitest';
import { distributionOf } from './distribution.mjs';

it.each([
  ['NAME="Debian GNU/Linux"\nID=debian\n', 'debian'],
  ['ID=ubuntu\nID_LIKE=debian\n', 'ubuntu'],
  ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'ubuntu'],
  ['ID="fedora"\nVERSION_ID=42\n', 'other'],
  ['', 'other'],
])('reads %j as %s', (osRelease, expected) => {
  expect(distributionOf(osRelease)).toBe(expected);
});
