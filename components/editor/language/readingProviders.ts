import type { editor, IPosition, languages } from 'monaco-editor/editor/editor.api.js';
import { highlights, hover, inlayHints, locations, signatures } from './answers.ts';
import { ask } from './ask.ts';
import type { EditorLanguage } from './editorLanguage.ts';
import type { LanguageModels } from './LanguageModels.ts';
import { toMarkdown, toPlace, toRange } from './toMonaco.ts';

/** What can be learnt of a place in the code, and the ways that lead from it. */
export function readingProviders(language: EditorLanguage, models: LanguageModels) {
  const at = (model: editor.ITextModel, position: IPosition) => {
    const uri = models.addressOf(model);
    return uri === null ? null : { textDocument: { uri }, position: toPlace(position) };
  };
  const hovers: languages.HoverProvider = {
    async provideHover(model, position, token) {
      const params = at(model, position);
      const found = params && (await ask(language, ['textDocument/hover', params], hover, token, model));
      if (!found) return null;
      const contents = [toMarkdown(found.contents)];
      return found.range ? { contents, range: toRange(found.range) } : { contents };
    },
  };
  const definitions: languages.DefinitionProvider = {
    async provideDefinition(model, position, token) {
      const params = at(model, position);
      if (!params) return null;
      const [first] =
        (await ask(language, ['textDocument/definition', params], locations, token, model)) ?? [];
      // Further ones are what macros make of the name: a word under #[pg_extern] has a dozen, and none is meant.
      const target = first && (await models.at(first.uri));
      return target ? { uri: target.uri, range: toRange(first.range) } : null;
    },
  };
  const references: languages.ReferenceProvider = {
    async provideReferences(model, position, context, token) {
      const params = at(model, position);
      if (!params) return null;
      const asked = { ...params, context };
      const found = await ask(language, ['textDocument/references', asked], locations, token, model);
      // Those in crates are hundreds, of which each file would have to be fetched.
      return (found ?? []).flatMap(({ uri, range }) => {
        const own = models.ofProject(uri);
        return own ? [{ uri: own.uri, range: toRange(range) }] : [];
      });
    },
  };
  const marks: languages.DocumentHighlightProvider = {
    async provideDocumentHighlights(model, position, token) {
      const params = at(model, position);
      const found =
        params && (await ask(language, ['textDocument/documentHighlight', params], highlights, token, model));
      return (found ?? []).map(({ range, kind }) => ({ range: toRange(range), kind: (kind ?? 1) - 1 }));
    },
  };
  const signatureHelp: languages.SignatureHelpProvider = {
    signatureHelpTriggerCharacters: ['(', ',', '<'],
    signatureHelpRetriggerCharacters: [')', '>'],
    async provideSignatureHelp(model, position, token) {
      const params = at(model, position);
      const found =
        params && (await ask(language, ['textDocument/signatureHelp', params], signatures, token, model));
      if (!found) return null;
      const value: languages.SignatureHelp = {
        activeSignature: found.activeSignature ?? 0,
        activeParameter: found.activeParameter ?? 0,
        signatures: found.signatures.map(({ label, documentation, parameters, activeParameter }) => ({
          label,
          ...(documentation ? { documentation: toMarkdown(documentation) } : {}),
          ...(activeParameter == null ? {} : { activeParameter }),
          parameters: (parameters ?? []).map((parameter) => ({
            label: parameter.label,
            ...(parameter.documentation ? { documentation: toMarkdown(parameter.documentation) } : {}),
          })),
        })),
      };
      return { value, dispose() {} };
    },
  };
  const hints: languages.InlayHintsProvider = {
    async provideInlayHints(model, { startLineNumber, endLineNumber }, token) {
      const uri = models.addressOf(model);
      if (uri === null) return null;
      const end = Math.min(endLineNumber, model.getLineCount());
      const range = {
        start: { line: startLineNumber - 1, character: 0 },
        end: { line: end - 1, character: model.getLineMaxColumn(end) - 1 },
      };
      const asked = { textDocument: { uri }, range };
      const found = await ask(language, ['textDocument/inlayHint', asked], inlayHints, token, model);
      return {
        hints: (found ?? []).map(({ position, label, kind, paddingLeft, paddingRight }) => ({
          position: { lineNumber: position.line + 1, column: position.character + 1 },
          label: typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
          ...(kind === 1 || kind === 2 ? { kind } : {}),
          ...(paddingLeft === undefined ? {} : { paddingLeft }),
          ...(paddingRight === undefined ? {} : { paddingRight }),
        })),
        dispose() {},
      };
    },
  };
  return { hovers, definitions, references, marks, signatureHelp, hints };
}
