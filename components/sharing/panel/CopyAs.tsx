'use client';
import { TextButton } from '../../ui/TextButton.tsx';
import { type CopyForm, copyForms } from '../copy/copyAs.ts';
import { useShare } from './shareStore.ts';
import { useCopyAs } from './useCopyAs.ts';

/** The forms in which a project can be copied elsewhere, with the link that it has, or without any. */
export function CopyAs({ link }: { link: string | null }) {
  const copyAs = useCopyAs(link);
  const note = useShare((state) => state.copyNote);
  return (
    <div className="mt-3 border-line border-t pt-2">
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        <span className="text-muted">Copy as</span>
        {Object.entries(copyForms).map(([form, { name }]) => (
          <TextButton key={form} onClick={() => void copyAs(form as CopyForm)}>
            {name}
          </TextButton>
        ))}
      </p>
      <p role="status" className="min-h-5 text-muted text-small">
        {note}
      </p>
    </div>
  );
}
