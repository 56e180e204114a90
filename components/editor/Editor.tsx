'use client';
import { useEffect, useRef, useState } from 'react';
import type { EditorProps } from './editorProps.ts';
import type { Handover } from './handover.ts';
import { useMonaco } from './monaco/useMonaco.ts';
import { PlainEditor, type PlainEditorHandle } from './plain/PlainEditor.tsx';
import { usePaneDocument } from './usePaneDocument.ts';

/**
 * The editor of a pane: a text area at once, and Monaco in its place as soon as it has loaded, with the text, the caret
 * and the focus as they were. On a phone it stays a text area.
 */
export function Editor(props: EditorProps) {
  const pane = usePaneDocument(props.pane);
  const plain = useRef<PlainEditorHandle>(null);
  const loaded = useMonaco();
  const [handover, setHandover] = useState<Handover | null>(null);

  useEffect(() => {
    if (!loaded) {
      setHandover(null);
      return;
    }
    const hand = () => {
      const place = plain.current?.handover() ?? null;
      if (place) setHandover(place);
      return place !== null;
    };
    if (hand()) return;
    const waiting = setInterval(() => hand() && clearInterval(waiting), 200);
    return () => clearInterval(waiting);
  }, [loaded]);

  if (loaded && handover) return <loaded.Pane monaco={loaded.monaco} handover={handover} {...props} />;
  return <PlainEditor pane={pane} handle={plain} />;
}
