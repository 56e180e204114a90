import type { editor, IDisposable, languages } from 'monaco-editor/editor/editor.api.js';
import type { Remedy } from '../../page/remedies/useAddCrate.ts';
import type { EditorProps } from '../editorProps.ts';
import type { EditorModels } from '../monaco/EditorModels.ts';
import type { Monaco } from '../monaco/monaco.ts';
import { type Fix, fixesOf, placedIn } from './fixes.ts';
import type { Span } from './span.ts';

const performCommand = 'playground.perform';

/**
 * Offers the compiler's proposals as quick fixes in a pane's documents, and what else mends an error. They are made when
 * asked for, from the text of that moment, and applied as edits, so that Undo takes them back.
 */
export function offerFixes(
  monaco: Monaco,
  models: EditorModels,
  props: () => Pick<EditorProps, 'findings' | 'remedyOf'>,
): IDisposable {
  const command = monaco.editor.registerCommand(performCommand, (_, { perform }: Remedy) => perform());
  const provider = monaco.languages.registerCodeActionProvider(['rust', 'toml', 'pgsql'], {
    provideCodeActions(model, range) {
      const document = models.documentOf(model.uri);
      if (document === null) return { actions: [], dispose() {} };
      const text = model.getValue();
      const { findings, remedyOf } = props();
      const isHere = ({ at }: { at: Span }) =>
        at.line <= range.endLineNumber && at.endLine >= range.startLineNumber;
      const actions = findings.flatMap((found) => [
        ...fixesOf(document, text, found)
          .filter(isHere)
          .map((fix) => toAction(model, fix)),
        ...placedIn(document, text, found)
          .filter(isHere)
          .flatMap(({ diagnostic }) => remedyOf?.(diagnostic) ?? [])
          .map(toCommand),
      ]);
      return { actions, dispose() {} };
    },
  });
  return {
    dispose() {
      provider.dispose();
      command.dispose();
    },
  };
}

/** What changes another file than the one that is shown, which Monaco may know no model of. */
function toCommand(remedy: Remedy): languages.CodeAction {
  const { name } = remedy;
  return {
    title: name,
    kind: 'quickfix',
    command: { id: performCommand, title: name, arguments: [remedy] },
  };
}

function toAction(model: editor.ITextModel, { title, sure, edits }: Fix): languages.CodeAction {
  return {
    title,
    kind: 'quickfix',
    isPreferred: sure,
    edit: {
      edits: edits.map(({ span, text }) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit: {
          text,
          range: {
            startLineNumber: span.line,
            startColumn: span.column,
            endLineNumber: span.endLine,
            endColumn: span.endColumn,
          },
        },
      })),
    },
  };
}
