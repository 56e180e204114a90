import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ImageResponse } from 'next/og.js';
import type { ReactElement } from 'react';
import type { PictureText } from '../ports/picture.ts';
import { clipLines, drawable } from './drawable.ts';

const width = 1200;
const height = 630;
/** What has room beside each other at the sizes below. */
const titleLength = 58;
const codeLines = 9;
const codeLength = 62;
const resultLength = 72;

const fontFiles = [
  ['@fontsource/inter', 'inter', 600, ['latin', 'latin-ext', 'greek', 'cyrillic']],
  ['@fontsource/jetbrains-mono', 'jetbrains-mono', 400, ['latin', 'latin-ext', 'greek', 'cyrillic']],
] as const;

type Style = Record<string, string | number>;
const box = (style: Style, children?: unknown) =>
  ({
    type: 'div',
    key: null,
    props: { style: { display: 'flex', ...style }, children },
  }) as unknown as ReactElement;

/** Reads the fonts, once, and gives what draws pictures of links: some 20 ms of one core each. */
export async function pictureDrawer(): Promise<(text: PictureText) => Promise<Buffer>> {
  const fonts = await readFonts();
  const named = (family: string) =>
    fonts.flatMap(({ name }) => (name.startsWith(family) ? [`"${name}"`] : [])).join(', ');
  const sans = named('inter');
  const mono = named('jetbrains-mono');
  return async ({ title, code, result }) => {
    const line = (text: string, length: number) => clipLines(drawable(text), 1, length);
    const body = clipLines(drawable(code), codeLines, codeLength);
    const picture = box(
      {
        flexDirection: 'column',
        width,
        height,
        padding: '52px 64px',
        background: '#ffffff',
        color: '#1b1f27',
      },
      [
        box({ fontFamily: sans, fontSize: 42, height: 56 }, line(title, titleLength)),
        box(
          {
            fontFamily: mono,
            fontSize: 26,
            lineHeight: 1.35,
            whiteSpace: 'pre',
            marginTop: 28,
            paddingLeft: 24,
            borderLeft: '4px solid #a8471c',
            maxHeight: codeLines * 35 + 4,
            overflow: 'hidden',
          },
          body,
        ),
        box(
          { fontFamily: mono, fontSize: 23, marginTop: 28, height: 34, color: '#27608f' },
          line(result, resultLength),
        ),
        box({ fontFamily: sans, fontSize: 24, marginTop: 'auto', color: '#515a69', alignItems: 'center' }, [
          box({ width: 20, height: 20, marginRight: 14, background: '#a8471c', transform: 'rotate(45deg)' }),
          box({}, 'pgrx playground'),
        ]),
      ],
    );
    return Buffer.from(await new ImageResponse(picture, { width, height, fonts }).arrayBuffer());
  };
}

/** Each file is a part of a typeface's characters, and goes by a name of its own, so that all are looked at. */
function readFonts() {
  const { resolve } = createRequire(import.meta.url);
  return Promise.all(
    fontFiles.flatMap(([packageName, file, weight, parts]) =>
      parts.map(async (part) => {
        const folder = join(resolve(`${packageName}/package.json`), '../files');
        const data = await readFile(join(folder, `${file}-${part}-${weight}-normal.woff`));
        return {
          name: `${file}-${part}`,
          data: new Uint8Array(data).buffer,
          weight,
          style: 'normal' as const,
        };
      }),
    ),
  );
}
