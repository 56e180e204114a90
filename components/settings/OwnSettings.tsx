'use client';
import { X } from 'lucide-react';
import type { PostgresSetting } from '../../protocol/messages/settingMessages.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { ConfEntry } from '../workspace/confText.ts';
import { SettingField } from './SettingField.tsx';

interface OwnSettingsProps {
  entries: readonly ConfEntry[];
  known: ReadonlyMap<string, PostgresSetting>;
  /** The one that was added last on this page: its value is typed next. */
  added: string | null;
  onSet(name: string, value: string): void;
  onRemove(name: string): void;
}

/** What the project's postgresql.conf sets, to be changed in place. */
export function OwnSettings({ entries, known, added, onSet, onRemove }: OwnSettingsProps) {
  return (
    <ul>
      {entries.map(({ name, value, line }) => {
        const setting = known.get(name) ?? null;
        return (
          <li key={`${line} ${name} ${value}`} className="flex flex-wrap items-center gap-x-3 px-3 py-0.5">
            <span className="min-w-52 font-medium font-mono text-[12.5px] text-pg">{name}</span>
            <SettingField
              name={name}
              value={value}
              known={setting}
              focused={name === added}
              onValue={(next) => onSet(name, next)}
            />
            <IconButton icon={X} label={`Remove ${name}`} onClick={() => onRemove(name)} />
            {setting && <span className="min-w-0 text-muted text-small">{setting.about}</span>}
          </li>
        );
      })}
    </ul>
  );
}
