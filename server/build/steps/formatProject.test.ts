import { expect, it } from 'vitest';
import { formattedFiles } from './formatProject.ts';

it('takes of each file what the script has printed first, and nothing of any other', () => {
  const printed = '\nm 0 src/a.rs\nfn a() {}\n\nm 1 src/b.rs\nerror\n\nm 0 src/c.rs\nx\nm 0 src/a.rs\ny';
  expect(formattedFiles(printed, 'm', ['src/a.rs', 'src/b.rs', 'src/d.rs', 'src/e.rs'])).toEqual([
    { ok: true, file: 'src/a.rs', text: 'fn a() {}\n' },
    { ok: false, file: 'src/b.rs', text: 'error\n' },
  ]);
});
