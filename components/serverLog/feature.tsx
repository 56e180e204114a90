'use client';
import type { Feature } from '../page/feature.ts';
import { LogPane } from '../page/LogPane.tsx';
import { ServerLogPane } from './ServerLogPane.tsx';
import { useServerLogText } from './useServerLogText.ts';

/** What Postgres logs. */
export const serverLog: Feature = {
  id: 'serverLog',
  tabs: [
    {
      id: 'serverLog',
      name: 'Server log',
      Content: ServerLogTab,
      useText: useServerLogText,
    },
  ],
};

function ServerLogTab() {
  const text = useServerLogText();
  return (
    <ServerLogPane>
      <LogPane text={text} empty="Postgres has logged nothing yet." />
    </ServerLogPane>
  );
}
