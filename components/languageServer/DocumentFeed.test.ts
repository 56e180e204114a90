import { expect, it } from 'vitest';
import { DocumentFeed } from './DocumentFeed.ts';

it('[A5] tells each document once with each change, and when the project has other files', () => {
  const said: string[] = [];
  const feed = new DocumentFeed({
    notify: (method, params) => said.push(`${method} ${JSON.stringify(params).match(/src\/\w+\.rs/)}`),
  });
  const next = (files: Record<string, string>) => {
    said.length = 0;
    return { anew: feed.tell(files), said: [...said] };
  };
  const start = { 'Cargo.toml': 'a', 'src/lib.rs': 'one' };
  expect(next(start)).toEqual({ anew: false, said: ['textDocument/didOpen src/lib.rs'] });
  expect(next({ ...start, 'src/lib.rs': 'two' })).toEqual({
    anew: false,
    said: ['textDocument/didChange src/lib.rs'],
  });
  const more = { ...start, 'src/lib.rs': 'two', 'src/foo.rs': '' };
  expect(next(more)).toEqual({ anew: true, said: ['textDocument/didOpen src/foo.rs'] });
  expect(next({ ...more, 'Cargo.toml': 'b' })).toEqual({ anew: true, said: [] });
  expect(next({ ...start, 'Cargo.toml': 'b', 'src/lib.rs': 'two' })).toEqual({
    anew: true,
    said: ['textDocument/didClose src/foo.rs'],
  });
});
