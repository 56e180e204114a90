'use client';
import { useState } from 'react';
import type { PostgresSetting } from '../../protocol/messages/settingMessages.ts';
import { countOf } from '../ui/format/countOf.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { foundSettings, shownSettings } from './foundSettings.ts';

interface KnownSettingsProps {
  settings: readonly PostgresSetting[];
  /** Those that the project sets already. */
  own: ReadonlySet<string>;
  onAdd(setting: PostgresSetting): void;
}

/** All settings of the session's Postgres, to search and to take over into the project. */
export function KnownSettings({ settings, own, onAdd }: KnownSettingsProps) {
  const [search, setSearch] = useState('');
  const found = foundSettings(settings, search);
  return (
    <>
      <input
        type="search"
        aria-label="Search settings"
        placeholder={`Search ${countOf(settings.length, 'setting')}`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="mx-3 my-1 w-72 max-w-[calc(100%-24px)] rounded-sm border border-line-strong bg-pane px-2 leading-6"
      />
      <ul>
        {found.slice(0, shownSettings).map((setting) => (
          <li key={setting.name} className="flex flex-wrap items-baseline gap-x-3 px-3 py-0.5 hover:bg-hover">
            <span className="min-w-52 font-mono text-[12.5px] text-pg">{setting.name}</span>
            <span
              className={`min-w-24 max-w-72 truncate font-mono text-[12.5px] ${setting.changed ? 'font-medium' : ''}`}
              title={setting.changed ? `${setting.value} (changed)` : setting.value}
            >
              {setting.value === '' ? <span className="text-faint">(empty)</span> : setting.value}
            </span>
            {own.has(setting.name) ? (
              <span className="text-muted text-small">set above</span>
            ) : (
              <TextButton aria-label={`Change ${setting.name}`} onClick={() => onAdd(setting)}>
                Change
              </TextButton>
            )}
            <span className="min-w-0 flex-1 text-muted text-small">
              {setting.about}
              {setting.allowed.length > 0 && ` ${allowedText(setting)}`}
            </span>
          </li>
        ))}
      </ul>
      {found.length > shownSettings && (
        <p className="px-3 py-1 text-muted">
          {countOf(found.length - shownSettings, 'setting')} more. Search to narrow the list.
        </p>
      )}
      {found.length === 0 && <p className="px-3 py-1 text-muted">No matching settings</p>}
    </>
  );
}

function allowedText({ type, allowed }: PostgresSetting): string {
  return type === 'enum' ? `One of ${allowed.join(', ')}.` : `From ${allowed[0]} to ${allowed[1]}.`;
}
