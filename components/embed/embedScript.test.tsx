import { readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { contentInFragment } from '../sharing/address/contentLink.ts';

const script = readFileSync('public/embed.js', 'utf8');
const origin = 'https://play.example';

afterEach(() => {
  document.body.innerHTML = '';
});

/** Runs the script as a page does that has it in its HTML, and gives the first iframe. */
async function embedded(html: string): Promise<HTMLIFrameElement> {
  document.body.innerHTML = html;
  const tag = { src: `${origin}/embed.js` };
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(tag as unknown as HTMLScriptElement);
  new Function(script)();
  return vi.waitFor(() => {
    const frame = document.querySelector('iframe');
    if (!frame) throw new Error('there is no iframe yet');
    return frame;
  });
}

function tell(frame: HTMLIFrameElement, from: string, data: unknown, source = frame.contentWindow): void {
  window.dispatchEvent(new MessageEvent('message', { origin: from, source, data }));
}

it('[EM4] has less than 5 kB', () => {
  expect(Buffer.byteLength(script)).toBeLessThan(5_000);
});

it('[EM4] makes a <pre> a snippet, with what is hidden around what is shown', async () => {
  const frame = await embedded(
    `<pre data-pgrx data-before="use pgrx::prelude::*;" data-after="// end" data-sql="select 'é';" data-postgres="18"
      data-theme="dark" data-readonly data-panes="code,results" data-title="One">fn a() {}\nfn b() {}</pre>`,
  );
  const { origin: at, pathname, searchParams, hash } = new URL(frame.src);
  expect([at, pathname]).toEqual([origin, '/embed']);
  expect(Object.fromEntries(searchParams)).toEqual({ theme: 'dark', panes: 'code,results', readonly: '1' });
  expect(contentInFragment(hash.slice(1))).toEqual({
    kind: 'content',
    content: {
      title: 'One',
      postgres: 18,
      files: { 'src/lib.rs': 'use pgrx::prelude::*;\nfn a() {}\nfn b() {}\n// end\n' },
      sql: "select 'é';",
      shown: [2, 3],
    },
  });
});

it('[EM5] takes a height from its own frame alone, within bounds, and only then hides the text', async () => {
  const frame = await embedded('<pre data-pgrx>fn a() {}</pre>');
  const pre = document.querySelector('pre');
  const message = { type: 'pgrx-playground:height', height: 300 };
  tell(frame, 'https://evil.example', message);
  tell(frame, origin, message, window);
  tell(frame, origin, { ...message, height: '9px;color:red' });
  tell(frame, origin, null);
  expect([frame.style.height, pre?.hidden]).toEqual(['80px', false]);
  tell(frame, origin, message);
  expect([frame.style.height, pre?.hidden]).toEqual(['300px', true]);
  tell(frame, origin, { ...message, height: 1e9 });
  expect(frame.style.height).toBe('4000px');
});

it('[EM4] leaves a text as it is where it cannot be made a snippet', async () => {
  const told = vi.fn();
  vi.stubGlobal('reportError', told);
  const frame = await embedded('<pre data-pgrx data-files="{">fn a() {}</pre><pre data-pgrx>fn b() {}</pre>');
  expect(frame.nextElementSibling?.textContent).toBe('fn b() {}');
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  expect(document.querySelectorAll('iframe')).toHaveLength(1);
});
