/* Makes each <pre data-pgrx> of a page a snippet that runs; the playground's docs/embedding.md has its attributes. */
(() => {
  const script = document.currentScript;
  const { origin } = new URL(script.src);
  const frames = [];
  /* In pixels: less shows nothing, and more is nobody's page. */
  const least = 80;
  const most = 4000;

  addEventListener('message', (event) => {
    const { data } = event;
    if (event.origin !== origin || !data || data.type !== 'pgrx-playground:height') return;
    const known = frames.find(({ frame }) => frame.contentWindow === event.source);
    if (!known || !Number.isFinite(data.height)) return;
    known.frame.style.height = `${Math.min(most, Math.max(least, Math.ceil(data.height)))}px`;
    Object.assign(known.frame.style, { opacity: 1, pointerEvents: 'auto', position: 'static' });
    known.pre.hidden = true;
  });

  async function fragmentOf(content) {
    const text = new Response(JSON.stringify(content)).body;
    const packing = text.pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(packing).arrayBuffer());
    let packed = '';
    for (const byte of bytes) packed += String.fromCharCode(byte);
    return `v1=${btoa(packed).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
  }

  const ended = (text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
  const linesOf = (text) => text.split('\n').length - 1;

  function contentOf({ dataset, textContent }) {
    const before = ended(dataset.before ?? '');
    const shown = ended(textContent);
    const files = {
      ...JSON.parse(dataset.files ?? '{}'),
      'src/lib.rs': before + shown + ended(dataset.after ?? ''),
    };
    const content = { title: dataset.title ?? '', files, sql: dataset.sql ?? '' };
    if (dataset.postgres) content.postgres = Number(dataset.postgres);
    if (dataset.before || dataset.after) content.shown = [linesOf(before) + 1, linesOf(before + shown)];
    return content;
  }

  function queryOf(dataset) {
    const query = new URLSearchParams();
    for (const name of ['theme', 'panes']) if (dataset[name]) query.set(name, dataset[name]);
    if ('readonly' in dataset) query.set('readonly', '1');
    return query.toString();
  }

  async function mount(pre) {
    pre.dataset.pgrx = 'mounted';
    const frame = document.createElement('iframe');
    frame.title = pre.dataset.title || 'pgrx playground';
    /* The text stays until the snippet has told its height: where the playground does not answer, it stays for good. */
    frame.style.cssText =
      'width:100%;height:80px;border:0;opacity:0;pointer-events:none;position:absolute;left:0';
    frame.src = `${origin}/embed?${queryOf(pre.dataset)}#${await fragmentOf(contentOf(pre))}`;
    frames.push({ frame, pre });
    pre.before(frame);
  }

  function mountAll() {
    for (const pre of document.querySelectorAll('pre[data-pgrx]:not([data-pgrx="mounted"])'))
      mount(pre).catch(reportError);
  }

  window.pgrxPlayground = { mount: mountAll };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', mountAll);
  else mountAll();
})();
