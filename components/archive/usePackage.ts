import { useCallback, useEffect, useRef } from 'react';
import type { PackageFormat } from '../../protocol/packageMessages.ts';
import { useSession, useSessionChannel, useSessionStore } from '../session/SessionProvider.tsx';
import { useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { useArchive } from './archiveStore.ts';
import { saveFile } from './saveFile.ts';

/**
 * Has the extension packed by `run`, a run of mode `package`, and saved when that has ended well. A page that was
 * reloaded meanwhile has forgotten about it.
 */
export function usePackage(run: () => void): (format: PackageFormat) => void {
  const channel = useSessionChannel();
  const session = useSessionStore();
  const workspace = useWorkspaceStore();
  const wanted = useRef<{ run: string; format: PackageFormat } | null>(null);
  const ended = useSession(({ current }) => (current?.done ? current.id : null));

  useEffect(() => {
    const { current } = session.getState();
    const asked = wanted.current;
    if (!asked || asked.run !== ended || !current?.done) return;
    wanted.current = null;
    if (current.done.outcome !== 'ok') return;
    const { files, postgres } = current.request ?? { files: workspace.getState().files };
    const major = session.getState().postgres ?? postgres;
    const control = Object.keys(files).find((path) => path.endsWith('.control'));
    const name = `${control?.slice(0, -'.control'.length) ?? 'extension'}-pg${major}.${asked.format}`;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const unsubscribe = channel.subscribe((message) => {
      if (message.type === 'package.failed') {
        unsubscribe();
        useArchive.setState({ note: { problem: true, text: message.message } });
      }
      if (message.type !== 'package.part') return;
      if (message.data !== '') parts.push(Uint8Array.from(atob(message.data), (one) => one.charCodeAt(0)));
      else {
        unsubscribe();
        saveFile(name, new Blob(parts, { type: 'application/octet-stream' }));
      }
    });
    channel.send({ type: 'package.get', format: asked.format });
  }, [ended, channel, session, workspace]);

  return useCallback(
    (format) => {
      const before = session.getState().current?.id;
      run();
      const { current } = session.getState();
      if (current && current.id !== before) wanted.current = { run: current.id, format };
    },
    [run, session],
  );
}
