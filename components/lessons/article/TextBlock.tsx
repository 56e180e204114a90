'use client';
import { type ReactNode, useContext } from 'react';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { scriptDocument } from '../../workspace/documents.ts';
import { useWorkspace, useWorkspaceStore } from '../../workspace/WorkspaceProvider.tsx';
import { BlockButton } from './BlockButton.tsx';
import type { BlockInText } from './blockInText.ts';
import { ConnectionBlocksContext } from './connectionBlocks.ts';
import { majorToken } from './markMajors.ts';
import { hasBlock, putBlock } from './putBlock.ts';
import { useReaderMajor } from './ReaderMajor.tsx';

interface TextBlockProps {
  label: string;
  text: string;
  target: BlockInText['target'];
  /** The connection that its SQL is put before. */
  connection: string | null;
  children: ReactNode;
}

/** A block of code in the text, with the button that puts it into the editor or before a connection. */
export function TextBlock({ label, text, target, connection, children }: TextBlockProps) {
  const major = useReaderMajor();
  return (
    <figure className="lesson-code">
      <figcaption className="flex items-center gap-2 no-print">
        <span className="mr-auto text-faint">{label}</span>
        {target && <PutButton text={text} target={target} />}
        {connection !== null && <ConnectionButton text={text} connection={connection} />}
        <CopyButton text={() => text.replaceAll(majorToken, String(major))} label="Copy code" />
      </figcaption>
      <ScrollRegion as="pre">{children}</ScrollRegion>
    </figure>
  );
}

function PutButton({ text, target }: { text: string; target: NonNullable<BlockInText['target']> }) {
  const workspace = useWorkspaceStore();
  const there = useWorkspace((state) => hasBlock(state, text, target));
  const document = target.document === scriptDocument ? 'the script' : target.document;
  return (
    <BlockButton
      there={there}
      thereLabel={`In ${document}`}
      label={target.how === 'append' ? `Add to ${document}` : `Insert into ${document}`}
      onPut={() => putBlock(workspace.getState(), text, target)}
    />
  );
}

function ConnectionButton({ text, connection }: { text: string; connection: string }) {
  const blocks = useContext(ConnectionBlocksContext);
  if (!blocks) return null;
  return (
    <BlockButton
      there={blocks.has(connection, text)}
      thereLabel={`In connection ${connection}`}
      label={`Insert into connection ${connection}`}
      onPut={() => blocks.put(connection, text)}
    />
  );
}
