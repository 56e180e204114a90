import { ArrowLeft } from 'lucide-react';
import { TextButton } from '../../ui/TextButton.tsx';

/** Above a source that is not the project's: where it is from, and the way back. */
export function SourceBar(props: { path: string; document: string; onBack: () => void }) {
  const { path, document, onBack } = props;
  return (
    <div
      role="status"
      className="flex h-7 shrink-0 items-center gap-3 border-line border-b bg-canvas px-3 text-muted text-small"
    >
      <TextButton className="flex shrink-0 items-center gap-1" title="Alt+Left" onClick={onBack}>
        <ArrowLeft size={12} aria-hidden />
        Back to {document}
      </TextButton>
      <span className="min-w-0 truncate font-mono" title={path} dir="auto">
        {shortened(path)}
      </span>
      <span className="shrink-0">read-only</span>
    </div>
  );
}

/** Without the folders in which all of them are. */
function shortened(path: string): string {
  return path.replace(
    /^\/opt\/pgrx\/vendor\/|^\/usr\/(?:lib\/rustlib\/src\/rust|src\/rustc-[^/]*)\/library\//,
    '',
  );
}
