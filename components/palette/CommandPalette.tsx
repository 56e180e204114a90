'use client';
import { Command } from 'cmdk';
import { useState } from 'react';
import { type Action, actionGroups } from '../page/action.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { rankActions } from './rankActions.ts';

interface CommandPaletteProps {
  onClose(): void;
  actions: readonly Action[];
}

/** Every action by its name: in groups, and while one searches the best match first. */
export function CommandPalette({ onClose, actions }: CommandPaletteProps) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState('');
  const found = rankActions(actions, search);
  const isFound = found.some(({ id }) => id === chosen);
  const items = (members: readonly Action[]) =>
    members.map((action) => (
      <ActionItem
        key={action.id}
        action={action}
        onSelect={() => {
          onClose();
          action.perform();
        }}
      />
    ));
  return (
    <Command.Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      label="Commands"
      // Cmdk leaves the groups in their order, so that Enter would take what fits the first group best, however badly.
      shouldFilter={false}
      value={isFound ? chosen : (found[0]?.id ?? '')}
      onValueChange={setChosen}
      overlayClassName="fixed inset-0 z-40 bg-canvas opacity-60"
      contentClassName="fixed top-[12vh] left-1/2 z-50 w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 overflow-hidden rounded-lg bg-pane shadow-float"
    >
      <Command.Input
        value={search}
        onValueChange={(text) => {
          setSearch(text);
          setChosen('');
        }}
        placeholder="Type a command"
        className="h-11 w-full border-line border-b bg-transparent px-4 text-[14px] outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-[min(24rem,60vh)] overflow-auto p-1.5">
        <Command.Empty className="px-3 py-4 text-muted">No matching commands</Command.Empty>
        {search.trim()
          ? items(found)
          : inGroups(found).map(({ group, members }) => (
              <Command.Group
                key={group}
                heading={group}
                className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-faint [&_[cmdk-group-heading]]:text-small"
              >
                {items(members)}
              </Command.Group>
            ))}
      </Command.List>
    </Command.Dialog>
  );
}

function inGroups(actions: readonly Action[]) {
  const byGroup = Map.groupBy(actions, ({ group }) => group);
  return actionGroups.flatMap((group) => {
    const members = byGroup.get(group);
    return members ? [{ group, members }] : [];
  });
}

function ActionItem({ action, onSelect }: { action: Action; onSelect(): void }) {
  return (
    <Command.Item
      value={action.id}
      onSelect={onSelect}
      className="flex cursor-default items-center gap-3 rounded px-2.5 py-1.5 data-[selected=true]:bg-hover"
    >
      <span className="min-w-0 flex-1 truncate">{action.name}</span>
      {action.keys && <KeyHint keys={action.keys} />}
    </Command.Item>
  );
}
