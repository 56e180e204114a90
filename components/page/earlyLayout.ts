/** Where react-resizable-panels keeps a group's sizes: this, the group's id, and the ids of its panels where they vary. */
const sizesPrefix = 'react-resizable-panels:';

/** Where the rest of the page's arrangement is kept. */
export const layoutKey = 'pgrx-playground:layout';

/**
 * A script for the end of the page's HTML, to be run before anything else has loaded: it gives the panels their
 * remembered sizes, so that a reload does not move them once the rest has loaded. What it cannot read it leaves.
 */
export const earlyLayoutScript = `(() => {
  try {
    const kept = JSON.parse(localStorage.getItem(${JSON.stringify(layoutKey)}));
    const files = kept?.state?.filesShown !== false && innerWidth >= 1024;
    if (!files)
      for (const part of document.querySelectorAll('#pane-files, #pane-files + [data-separator]'))
        part.style.display = 'none';
    const lesson = document.getElementById('pane-lesson');
    const ids = (lesson ? 'pane-lesson:' : files ? 'pane-files:' : '') + 'pane-center:pane-results';
    for (const group of [(lesson ? 'lesson:' : 'columns:') + ids, 'editors']) {
      const sizes = JSON.parse(localStorage.getItem(${JSON.stringify(sizesPrefix)} + group)) ?? {};
      for (const [id, size] of Object.entries(sizes)) {
        const panel = document.getElementById(id);
        if (panel && typeof size === 'number') panel.style.flex = size + ' 1 0px';
      }
    }
  } catch {}
})();`;
