import { fail, ok } from '../../protocol/result.ts';
import { snippetId } from '../../protocol/snippet.ts';
import { blockLink } from '../store/blockLink.ts';
import type { Command } from './command.ts';

/** A reason is shown on a page: a sentence or two. */
const reasonLength = 300;

export const block: Command = {
  name: 'block',
  takes: 'ID [REASON]',
  does: 'block a link immediately; visitors see REASON instead',
  async perform(db, [id = '', ...words]) {
    const reason = words.join(' ').slice(0, reasonLength) || 'no reason given.';
    return setBlock(db, id, reason);
  },
};

export const unblock: Command = {
  name: 'unblock',
  takes: 'ID',
  does: 'unblock a link',
  perform: (db, [id = '']) => setBlock(db, id, null),
};

async function setBlock(db: Parameters<Command['perform']>[0], id: string, reason: string | null) {
  const known = snippetId.safeParse(id).success && (await blockLink(db, id, reason));
  if (!known) return fail(`Link ${id} doesn’t exist. The ID is the 12 characters after /s/.`);
  return ok(`/s/${id} is ${reason === null ? 'unblocked' : `blocked: ${reason}`}`);
}
