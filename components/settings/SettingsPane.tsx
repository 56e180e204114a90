'use client';
import { useMemo, useState } from 'react';
import { useSession } from '../session/SessionProvider.tsx';
import { useAsked } from '../session/useAsked.ts';
import { TextButton } from '../ui/TextButton.tsx';
import { confEntries, withoutSetting, withSetting } from '../workspace/confText.ts';
import { useWorkspace, useWorkspaceStore } from '../workspace/WorkspaceProvider.tsx';
import { confPath, writeConf } from '../workspace/writeConf.ts';
import { KnownSettings } from './KnownSettings.tsx';
import { OwnSettings } from './OwnSettings.tsx';

/** Postgres's settings. What is changed here is a line of the project's own postgresql.conf, which Run puts in force. */
export function SettingsPane() {
  const { answer, asking, ask } = useAsked('settings.ask', 'settings');
  const text = useWorkspace(({ files }) => files[confPath]);
  const inForce = useSession(({ current }) => current?.request?.files[confPath]);
  const workspace = useWorkspaceStore();
  const [added, setAdded] = useState<string | null>(null);
  const entries = useMemo(() => confEntries(text ?? ''), [text]);
  const known = useMemo(() => new Map(answer?.settings.map((setting) => [setting.name, setting])), [answer]);

  const write = (next: string) => writeConf(workspace, next);
  const set = (name: string, value: string) => write(withSetting(text ?? '', name, value));

  return (
    <div className="py-1">
      <h3 className="px-3 font-medium">Set by this project</h3>
      <OwnSettings
        entries={entries}
        known={known}
        added={added}
        onSet={set}
        onRemove={(name) => write(withoutSetting(text ?? '', name))}
      />
      <p className="px-3 py-0.5 text-muted">
        {entries.length === 0 && 'No settings yet. '}
        {text !== inForce && (text !== undefined || inForce !== undefined)
          ? 'The next run restarts Postgres with these settings. '
          : ''}
        Settings are saved in{' '}
        {text === undefined ? (
          `${confPath}, a file of the project.`
        ) : (
          <TextButton onClick={() => workspace.getState().open(confPath)}>{confPath}</TextButton>
        )}
        {text !== undefined && '.'}
      </p>
      <h3 className="mt-2 px-3 font-medium">Current values</h3>
      {!answer && !asking && (
        <p className="px-3 text-muted">Press Run to start Postgres and see its settings.</p>
      )}
      {!answer && asking && <p className="px-3 text-muted">Loading…</p>}
      {answer?.problem && (
        <p className="px-3 text-muted">
          {answer.problem} <TextButton onClick={ask}>Retry</TextButton>
        </p>
      )}
      {answer && !answer.problem && (
        <KnownSettings
          settings={answer.settings}
          own={new Set(entries.map(({ name }) => name))}
          onAdd={({ name, value }) => {
            set(name, value);
            setAdded(name);
          }}
        />
      )}
    </div>
  );
}
