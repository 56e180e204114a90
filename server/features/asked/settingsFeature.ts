import type { PostgresSetting } from '../../../protocol/messages/settingMessages.ts';
import { readSettings } from '../../sql/catalog/readSettings.ts';
import { askedFeature } from './askedFeature.ts';

/** Tells the page the settings of its Postgres. */
export const settingsFeature = askedFeature<PostgresSetting[]>({
  type: 'settings.ask',
  nothing: [],
  read: readSettings,
  reply: (settings, problem) => ({ type: 'settings', settings, problem }),
});
