'use client';
import { useEffect, useState } from 'react';
import { TextButton } from '../../ui/TextButton.tsx';
import { giveBack, type Taken, takenHere } from './takeToPlayground.ts';

/** On the playground: that its code came from a lesson, the way back there, and the way to one's own draft. */
export function TakenNote() {
  const [taken, setTaken] = useState<Taken | null>(null);
  useEffect(() => setTaken(takenHere()), []);
  if (!taken) return null;
  return (
    <span>
      <a href={taken.href} className="text-pg underline underline-offset-2">
        Back to the lesson
      </a>
      <span className="phone:hidden"> “{taken.title}”</span>
      {' · '}
      <TextButton
        onClick={() => {
          giveBack(taken);
          location.reload();
        }}
      >
        Restore my draft
      </TextButton>
    </span>
  );
}
