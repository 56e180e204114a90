/** Rust's keywords (The Rust Reference, "Keywords"), and the crates that every Rust program has. */
const taken = new Set(
  (
    'abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if ' +
    'impl in let loop macro match mod move mut override priv pub ref return self Self static struct super trait true ' +
    'try type typeof unsafe unsized use virtual where while yield _ ' +
    'alloc core proc_macro std test pgrx'
  ).split(' '),
);

/** Why a crate's name cannot be that of a crate and of the extension that it becomes, or null. */
export function extensionNameProblem(name: string): string | null {
  if (name === '') return 'The crate needs a name: name = "my_extension" under [package].';
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name))
    return 'A crate name consists of letters, digits, _ and -, and starts with a letter.';
  if (name.length > 60) return 'The name is too long: Postgres names have at most 63 characters.';
  if (name.includes('--') || name.endsWith('-'))
    return 'Postgres doesn’t allow -- in an extension name, or - at its end.';
  if (taken.has(name.replaceAll('-', '_'))) return `${name} is reserved in Rust. Choose another name.`;
  return null;
}
