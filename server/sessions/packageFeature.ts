import { type PackageFormat, packageBytes, packagePart } from '../../protocol/packageMessages.ts';
import type { FeatureHost, OpenFeature } from './feature.ts';

/** Hands the page the package that its last run of mode `package` has made. */
export const packageFeature: OpenFeature = (host) => {
  let sending: AbortController | null = null;
  const stop = () => {
    sending?.abort();
    sending = null;
  };
  return {
    handle(message) {
      if (message.type !== 'package.get') return false;
      stop();
      sending = new AbortController();
      host.touch();
      void send(host, message.format, sending.signal);
      return true;
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
  try {
    for await (const chunk of stdout) {
      bytes += chunk.length;
      if (bytes > packageBytes) {
        void kill('KILL');
        return failed(`The package is over ${packageBytes / 1024 / 1024} MiB.`);
      }
      for (let at = 0; at < chunk.length; at += packagePart) {
        if (signal.aborted) return;
        const data = chunk.subarray(at, at + packagePart).toString('base64');
        host.send({ type: 'package.part', data });
        await host.drained();
      }
    }
  } catch {
    // A stream that breaks is told by the exec's exit.
  }
  const end = await exit;
  if (end.kind !== 'exited' || end.code !== 0 || bytes === 0)
    return failed('The package no longer exists. Build it again.');
  if (!signal.aborted) host.send({ type: 'package.part', data: '' });
}
