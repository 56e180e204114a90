'use client';
import { FileList } from '../files/FileList.tsx';
import type { Feature } from '../page/feature.ts';
import { CodePane } from './CodePane.tsx';
import { SqlPane } from './SqlPane.tsx';
import { useFileActions } from './useFileActions.ts';

/** The extension's files, their editor, and that of the script. */
export const code: Feature = {
  id: 'code',
  parts: { files: FileList, code: CodePane, sql: SqlPane },
  useActions: useFileActions,
};
