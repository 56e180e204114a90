import { useCallback } from 'react';
import type { PackageFormat } from '../../protocol/messages/packageMessages.ts';
import { usePage } from '../page/usePage.ts';
import { useSessionChannel, useSessionStore } from '../session/SessionProvider.tsx';
import { useArchive } from './archiveStore.ts';
import { saveFile } from './saveFile.ts';

/** Has the extension packed by a run, and saved when that has ended well. A page that was reloaded meanwhile has forgotten about it. */
export function usePackage(): (format: PackageFormat) => Promise<void> {
  const channel = useSessionChannel();
  const session = useSessionStore();
  const { runProject, untilRunEnds } = usePage();
  return useCallback(
    async (format) => {
      if (runProject('package') !== 'taken') return;
      const asked = session.getState().current?.id;
      const run = await untilRunEnds();
      if (!run?.request || run.id !== asked || run.done?.outcome !== 'ok') return;
      const { files, postgres } = run.request;
      const major = session.getState().postgres ?? postgres;
      const control = Object.keys(files).find((path) => path.endsWith('.control'));
      const name = `${control?.slice(0, -'.control'.length) ?? 'extension'}-pg${major}.${format}`;
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
      channel.send({ type: 'package.get', format });
    },
    [channel, session, runProject, untilRunEnds],
  );
}
