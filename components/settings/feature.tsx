'use client';
import type { Feature } from '../page/feature.ts';
import { SettingsPane } from './SettingsPane.tsx';

/** Postgres's settings. */
export const settings: Feature = {
  id: 'settings',
  tabs: [{ id: 'settings', name: 'Settings', Content: SettingsPane }],
};
