import { describe, expect, it } from 'vitest';
import type { CoursePage, LessonPage } from '../../../protocol/lesson.ts';
import { lessonKey } from '../../../protocol/lessonName.ts';
import { fakeStorage } from '../../browser/fakeStorage.ts';
import { lostFiles } from '../dock/lostFiles.ts';
import { shortfallLines } from '../dock/shortfallLines.ts';
import { findLesson } from './findLesson.ts';
import { changeProgress, noProgress, parseProgress, progressKey, whereToGoOn, withDone } from './progress.ts';
import { searchLessons } from './searchLessons.ts';

const code = { files: {}, sql: '' };
const lesson = (name: string, title: string, text: string): LessonPage => ({
  name,
  title,
  text,
  summary: '',
  minutes: 1,
  postgres: null,
  hints: [],
  checks: [],
  start: code,
  solution: code,
});
const lessons = [
  lesson('c/01-null', 'Nulls', 'What `STRICT` means for a function.'),
  lesson('c/02-panic', 'Panics', `${'long '.repeat(60)}A panic is an **ERROR**; nulls are not.`),
];
const courses: CoursePage[] = [{ name: 'c', title: 'C', summary: '', lessons }];

describe('the address of a lesson', () => {
  it.each([
    ['02-panic', 'c/02-panic'],
    ['07-panic', 'c/02-panic'],
    ['03-other', undefined],
  ])('%s leads to %s', (folder, name) => {
    expect(findLesson(courses, 'c', folder)?.lesson.name).toBe(name);
  });

  it('stays the same for the browser when it gets another number', () => {
    expect(lessonKey('c/02-panic')).toBe('c/panic');
  });
});

describe('searchLessons', () => {
  it('wants each word, in title or text, and those with it in the title come first', () => {
    expect(searchLessons(lessons, 'nulls').map(({ name }) => name)).toEqual(['c/01-null', 'c/02-panic']);
    expect(searchLessons(lessons, 'PANIC error').map(({ name }) => name)).toEqual(['c/02-panic']);
    expect(searchLessons(lessons, 'panic nothing')).toEqual([]);
  });

  it('shows the text around what was found, without marks', () => {
    const [found] = searchLessons(lessons, 'error');
    expect(found?.excerpt).toMatch(/^… long .*A panic is an ERROR; nulls are not\.$/);
  });
});

describe('progress', () => {
  it('is kept, on top of what another tab has kept', () => {
    const storage = fakeStorage();
    changeProgress(storage, (now) => withDone(now, 'c/null', 1));
    changeProgress(storage, (now) => withDone(now, 'c/panic', 2));
    changeProgress(storage, (now) => withDone(now, 'c/panic', 3));
    expect(parseProgress(storage.getItem(progressKey)).done).toEqual({ 'c/null': 1, 'c/panic': 2 });
  });

  it.each(['', 'x', '{"version":2}', '{"version":1,"done":{"a":"b"},"last":null}'])(
    'is none in %j',
    (text) => {
      expect(parseProgress(text)).toEqual(noProgress);
    },
  );

  it.each([
    [{ done: {}, last: 'c/a' }, 'c/a'],
    [{ done: { 'c/a': 1 }, last: 'c/a' }, 'c/b'],
    [{ done: { 'c/a': 1, 'c/b': 1 }, last: 'c/a' }, null],
    [{ done: {}, last: 'gone/x' }, null],
    [{ done: {}, last: null }, null],
  ])('%j goes on at %s', (progress, key) => {
    expect(whereToGoOn({ version: 1, ...progress }, [['c/a', 'c/b']])).toBe(key);
  });
});

it('finds files that are gone or empty, but not those that began empty', () => {
  const start = { 'src/lib.rs': 'a', 'Cargo.toml': 'b', 'src/empty.rs': '' };
  expect(lostFiles(start, { 'src/lib.rs': ' \n', 'src/more.rs': '' })).toEqual(['src/lib.rs', 'Cargo.toml']);
});

it('lines up what was expected with what came, but for spaces', () => {
  expect(shortfallLines('a | b\n1 | 2', 'a  |  b\n1 | 3')).toEqual([
    { side: 'both', text: 'a  |  b' },
    { side: 'expected', text: '1 | 2' },
    { side: 'came', text: '1 | 3' },
  ]);
});
