import { expect, it } from 'vitest';
import { sameBuild, sameFiles, sameProject } from './sameProject.ts';

const files = { 'src/lib.rs': 'lib', 'Cargo.toml': 'manifest' };

it('compares files by their texts, in whichever order they come', () => {
  expect(sameFiles(files, { 'Cargo.toml': 'manifest', 'src/lib.rs': 'lib' })).toBe(true);
  expect(sameFiles(files, { ...files, 'src/lib.rs': 'other' })).toBe(false);
  expect(sameFiles(files, { ...files, 'src/more.rs': '' })).toBe(false);
  expect(sameFiles({ ...files, 'src/more.rs': '' }, files)).toBe(false);
});

it('leaves out files that do not count', () => {
  const isManifest = (path: string) => path === 'Cargo.toml';
  expect(sameFiles(files, { ...files, 'src/lib.rs': 'other' }, isManifest)).toBe(true);
  expect(sameFiles(files, { ...files, 'Cargo.toml': 'other' }, isManifest)).toBe(false);
});

it('takes a Postgres that was not chosen for the default', () => {
  const project = { files, sql: 'SELECT 1' };
  expect(sameProject(project, { ...project, postgres: null })).toBe(true);
  expect(sameProject(project, { ...project, postgres: 17 })).toBe(false);
  expect(sameProject(project, { ...project, postgres: 17 }, 17)).toBe(true);
  expect(sameProject(project, { ...project, postgres: 18 }, 17)).toBe(false);
});

it('takes another pgrx for another project', () => {
  const project = { files, sql: 'SELECT 1' };
  expect(sameProject(project, { ...project, pgrx: null })).toBe(true);
  expect(sameProject(project, { ...project, pgrx: '0.18.1' })).toBe(false);
  expect(sameBuild(project, { ...project, pgrx: '0.18.1' })).toBe(false);
});

it('compares the script too', () => {
  expect(sameProject({ files, sql: 'SELECT 1' }, { files, sql: 'SELECT 2' })).toBe(false);
});
