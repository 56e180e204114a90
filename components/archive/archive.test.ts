import zlib from 'node:zlib';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import { describe, expect, it } from 'vitest';
import { packProject } from '../../archive/packProject.ts';
import { archiveBounds } from './archiveEntry.ts';
import { projectIn } from './projectIn.ts';
import { readArchive } from './readArchive.ts';

const files = {
  'Cargo.toml': '[package]\nname = "my_ext"\n',
  'my_ext.control': "default_version = '1'\n",
  'src/lib.rs': '// é\n',
};
const project = { files, sql: 'select 1;\n', postgres: 17, pgrx: '0.19.3' };

async function imported(bytes: Uint8Array) {
  const read = await readArchive(bytes);
  return read.ok ? projectIn(read.value) : read;
}
const tar = (entries: Parameters<typeof packTar>[0]) => packTar(entries);
const entry = (name: string, body: string) => ({ header: { name, size: strToU8(body).length }, body });

describe('a project taken home and brought back', () => {
  it.each(['tar.gz', 'zip'] as const)('is the same, with a README of its own, as %s', async (format) => {
    const packed = await packProject(project, format);
    expect(packed.name).toBe(`my_ext.${format}`);
    const back = await imported(packed.bytes);
    if (!back.ok) throw new Error(back.error.message);
    const { 'README.md': readme, ...rest } = back.value.files;
    expect(rest).toEqual(files);
    expect(back.value).toMatchObject({ name: 'my_ext', sql: project.sql, leftOut: [] });
    expect(readme).toContain('cargo install cargo-pgrx --version 0.19.3 --locked');
    expect(readme).toContain('cargo pgrx run pg17');
  });

  it('keeps a README that is there, and is the same bytes each time', async () => {
    const own = { ...project, files: { ...files, 'readme.txt': 'mine' } };
    const [one, two] = await Promise.all([packProject(own, 'zip'), packProject(own, 'zip')]);
    expect(one.bytes).toEqual(two.bytes);
    const back = await imported(one.bytes);
    expect(back.ok && Object.keys(back.value.files)).toEqual(Object.keys(own.files));
  });
});

describe('an archive from elsewhere', () => {
  it('is looked through for the outermost crate; what was built and what is no text stays out', async () => {
    const bytes = await tar([
      entry('./work/README', 'outside'),
      entry('./work/ext/Cargo.toml', files['Cargo.toml']),
      entry('./work/ext/src/lib.rs', '// mine'),
      entry('./work/ext/sub/Cargo.toml', 'inner'),
      entry('./work/ext/sub/src/lib.rs', 'inner'),
      entry('./work/ext/target/debug/x', 'built'),
      { header: { name: './work/ext/logo.png', size: 3 }, body: new Uint8Array([0xff, 0xfe, 0]) },
    ]);
    const found = await imported(gzipSync(bytes));
    if (!found.ok) throw new Error(found.error.message);
    expect(found.value.name).toBe('ext');
    expect(found.value.files['src/lib.rs']).toBe('// mine');
    expect(Object.keys(found.value.files)).toHaveLength(4);
    expect(found.value.leftOut.map(({ path }) => path)).toEqual(['work/README', 'logo.png']);
  });

  it('may be a workspace, whose root has no crate of its own', async () => {
    const bytes = await tar([
      entry('w/Cargo.toml', '[workspace]\nmembers = ["ext"]\n'),
      entry('w/ext/Cargo.toml', files['Cargo.toml']),
      entry('w/ext/src/lib.rs', '// mine'),
    ]);
    const found = await imported(bytes);
    expect(found.ok && Object.keys(found.value.files)).toEqual([
      'Cargo.toml',
      'ext/Cargo.toml',
      'ext/src/lib.rs',
    ]);
  });

  it('has no paths that lead elsewhere, and no links', async () => {
    const bytes = await tar([
      entry('Cargo.toml', files['Cargo.toml']),
      entry('src/lib.rs', ''),
      entry('../out.rs', 'out'),
      entry('/etc/passwd', 'root'),
      entry('src/../../up.rs', 'up'),
      { header: { name: 'src/link.rs', size: 0, type: 'symlink', linkname: '/etc/passwd' } },
    ]);
    const found = await imported(bytes);
    if (!found.ok) throw new Error(found.error.message);
    expect(Object.keys(found.value.files)).toEqual(['Cargo.toml', 'src/lib.rs']);
    expect(found.value.leftOut).toHaveLength(4);
  });

  it.each([
    ['gzip', () => zlib.gzipSync(new Uint8Array(300_000_000))],
    ['zip', () => zipSync({ 'src/lib.rs': new Uint8Array(20_000_000) })],
  ])('of nothing but zeros is refused as too large: %s', async (_, make) => {
    expect(await imported(make())).toMatchObject({ ok: false, error: { kind: 'large' } });
  });

  it('that lies about a length gives no more than it said', async () => {
    const zip = zipSync({ 'Cargo.toml': [strToU8('x'.repeat(100_000)), { level: 9 }] });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const list = zip.length - 22 - 46 - 'Cargo.toml'.length;
    expect(view.getUint32(list, true)).toBe(0x02014b50);
    view.setUint32(list + 24, 10, true);
    const read = await readArchive(zip);
    expect(!read.ok || read.value.every(({ bytes }) => (bytes?.length ?? 0) <= 10)).toBe(true);
  });

  it('that claims billions of files is not read to the end of its list', async () => {
    // A zip64 record that says so, where to find it, and an end that leaves it to that.
    const zip = new DataView(new ArrayBuffer(56 + 20 + 22));
    zip.setUint32(0, 0x06064b50, true);
    zip.setUint32(32, 0xffffffff, true);
    zip.setUint32(56, 0x07064b50, true);
    zip.setUint32(76, 0x06054b50, true);
    zip.setUint16(84, 0xffff, true);
    const bytes = new Uint8Array([0x50, 0x4b, ...new Uint8Array(2), ...new Uint8Array(zip.buffer)]);
    new DataView(bytes.buffer).setUint32(4 + 64, 4, true);
    expect(await readArchive(bytes)).toMatchObject({ ok: false, error: { kind: 'large' } });
  });

  it('with too many files, or too large ones, is refused in words', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`src/m${n}.rs`, strToU8('//')]));
    const base = { 'Cargo.toml': strToU8('x'), 'src/lib.rs': strToU8('') };
    expect(await imported(zipSync({ ...base, ...many }))).toMatchObject({ error: { kind: 'files' } });
    const script = strToU8('x'.repeat(70_000));
    expect(await imported(zipSync({ ...base, 'script.sql': script }))).toMatchObject({
      error: { kind: 'sql' },
    });
  });

  it.each([
    ['unknown', strToU8('hello')],
    ['noProject', zipSync({ 'a.txt': strToU8('a') })],
    ['unreadable', gzipSync(strToU8('no tar, but long enough to be taken for one')).subarray(0, 30)],
    ['unreadable', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['large', new Uint8Array(archiveBounds.packedBytes + 1)],
  ])('that is %s is told so', async (kind, bytes) => {
    expect(await imported(bytes)).toMatchObject({ ok: false, error: { kind } });
  });
});
