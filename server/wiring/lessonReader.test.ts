import { expect, it } from 'vitest';
import { lessonSource } from '../../lessons/lessonSource.ts';
import { lessonReader } from './lessonReader.ts';

const starter = {
  'Cargo.toml': '[package]\nname = "my_extension"\n',
  'my_extension.control': '# ',
  'src/lib.rs': '',
};

it('[L2] tells the page of a lesson what it shows, and not what its checks ask', async () => {
  const courses = await lessonReader(lessonSource(['tutorials'], { fresh: false }), starter)();
  const lesson = courses
    .flatMap(({ lessons }) => lessons)
    .find(({ name }) => name.endsWith('-first-function'));
  expect(Object.keys(lesson?.start.files ?? {})).toEqual([
    'src/lib.rs',
    'Cargo.toml',
    'my_extension.control',
  ]);
  expect(lesson?.checks[0]).toBe('`shout` returns capitals and adds the marks');
  expect(JSON.stringify(lesson)).not.toContain('wake up');
});
