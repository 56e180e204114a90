'use client';
import type { Feature } from '../page/feature.ts';
import { LanguageProvider } from './LanguageProvider.tsx';
import { LanguageStatus } from './LanguageStatus.tsx';
import { useLanguageActions } from './useLanguageActions.ts';

/** rust-analyzer in the session's container. */
export const languageServer: Feature = {
  id: 'languageServer',
  Provider: LanguageProvider,
  parts: { statusStart: LanguageStatus },
  useActions: useLanguageActions,
};
