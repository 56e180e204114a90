import { type PackageFormat, packageBytes, packagePart } from '../../protocol/messages/packageMessages.ts';
import { letRun } from '../base/contain.ts';
import { eachChunk } from '../base/eachChunk.ts';
import type { FeatureHost, OpenFeature } from './feature.ts';
import { Newest } from './Newest.ts';

/** Hands the page the package that its last run of mode `package` has made. */
export const packageFeature: OpenFeature = (host) => {
  const sending = new Newest('feature');
  const stop = () => sending.stop();
  const failed = () => host.send({ type: 'package.failed', message: 'Internal server error. Try again.' });
  return {
    handles: {
      'package.get': ({ format }) => {
        host.touch();
        sending.start((signal) => send(host, format, signal), failed);
      },
    },
    attached: stop,
    containerGone: stop,
    close: stop,
  };
};

async function send(host: FeatureHost, format: PackageFormat, signal: AbortSignal): Promise<void> {
  const failed = (message: string) => {
    if (!signal.aborted) host.send({ type: 'package.failed', message });
  };
  const { held } = host;
  if (!held) return failed('The container with the package no longer exists. Build it again.');
  const argv = ['cat', `/work/package/package.${format}`];
  const started = await host.port.exec(held.sandbox, argv, { cwd: '/', signal });
  if (!started.ok) return failed(`The package can't be read: ${started.error.message}`.slice(0, 2000));
  const { stdin, stdout, stderr, exit, kill } = started.value;
  stdin.on('error', () => {});
  stdin.end();
  stderr.resume();
  let bytes = 0;
  await eachChunk(stdout, async (chunk) => {
    bytes += chunk.length;
    if (bytes > packageBytes) return 'stop';
    for (let at = 0; at < chunk.length; at += packagePart) {
      if (signal.aborted) return 'stop';
      const data = chunk.subarray(at, at + packagePart).toString('base64');
      host.send({ type: 'package.part', data });
      await host.drained();
    }
  });
  if (bytes > packageBytes) {
    letRun('stream', kill('KILL'));
    return failed(`The package is over ${packageBytes / 1024 / 1024} MiB.`);
  }
  const end = await exit;
  if (end.kind !== 'exited' || end.code !== 0 || bytes === 0)
    return failed('The package no longer exists. Build it again.');
  if (!signal.aborted) host.send({ type: 'package.part', data: '' });
}
