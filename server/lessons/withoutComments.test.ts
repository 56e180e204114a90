import { expect, it } from 'vitest';
import { withoutComments } from './withoutComments.ts';

it('takes comments out of Rust and of SQL, and leaves what looks like one in a string', () => {
  const rust = 'let a = "// kept"; // gone\n/* gone /* too */ */ let b = r#"/* kept */"#;';
  expect(withoutComments(rust, 'src/lib.rs').replace(/\s+/g, ' ')).toBe(
    'let a = "// kept"; let b = r#"/* kept */"#;',
  );
  expect(withoutComments('select 1 -- gone\n', 'script.sql')).toBe('select 1 \n');
  expect(withoutComments('a = "https://example.org"', 'Cargo.toml')).toBe('a = "https://example.org"');
});
