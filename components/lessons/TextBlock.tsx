'use client';
import { Check, CornerDownRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { CopyButton } from '../ui/CopyButton.tsx';
import { scriptDocument } from '../workspace/documents.ts';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import type { BlockInText } from './blockInText.ts';
import { hasBlock, putBlock } from './putBlock.ts';

interface TextBlockProps {
  label: string;
  text: string;
  target: BlockInText['target'];
  children: ReactNode;
}

/** A block of code in the text, with the button that puts it into the editor. */
export function TextBlock({ label, text, target, children }: TextBlockProps) {
  return (
    <figure className="lesson-code">
      <figcaption className="flex items-center gap-2 no-print">
        <span className="mr-auto text-faint">{label}</span>
        {target && <PutButton text={text} target={target} />}
        <CopyButton text={() => text} label="Copy this code" />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{children}</pre>
    </figure>
  );
}

function PutButton({ text, target }: { text: string; target: NonNullable<BlockInText['target']> }) {
  const workspace = useWorkspaceStore();
  const there = useWorkspace((state) => hasBlock(state, text, target));
  const [problem, setProblem] = useState<string | null>(null);
  const document = target.document === scriptDocument ? 'the script' : target.document;
  return (
    <>
      {problem && (
        <span role="status" className="text-warn">
          {problem}
        </span>
      )}
      <button
        type="button"
        aria-disabled={there}
        onClick={() => {
          if (!there) setProblem(putBlock(workspace.getState(), text, target));
        }}
        className="inline-flex items-center gap-1 rounded px-1.5 text-pg hover:bg-hover aria-disabled:cursor-default aria-disabled:text-muted pointer-coarse:py-2"
      >
        {there ? <Check aria-hidden size={13} /> : <CornerDownRight aria-hidden size={13} />}
        {there ? `In ${document}` : target.how === 'append' ? `Add to ${document}` : `Put into ${document}`}
      </button>
    </>
  );
}
