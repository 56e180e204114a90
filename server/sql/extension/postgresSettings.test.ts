import { expect, test } from 'vitest';
import { postgresSettings } from './postgresSettings.ts';

test('a preloaded library comes behind those that the project preloads itself', () => {
  const settings = "work_mem = '1MB'\nshared_preload_libraries = 'old'\nshared_preload_libraries='a, b'";
  expect(postgresSettings(settings, 'mine')).toContain("\nshared_preload_libraries = 'a,b,mine'\n");
  expect(postgresSettings("shared_preload_libraries = 'mine'", 'mine')).toContain("= 'mine'\nlisten_");
  expect(postgresSettings(null, null)).not.toContain('preload');
});

test('what the playground needs has the last word', () => {
  const lines = postgresSettings("port = 1\nunix_socket_directories = '/nowhere'", null).split('\n');
  expect(lines.lastIndexOf('port = 5432')).toBeGreaterThan(lines.indexOf('port = 1'));
  expect(lines.lastIndexOf("unix_socket_directories = '/tmp'")).toBeGreaterThan(0);
});
