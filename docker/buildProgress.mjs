const SIGN_OF_LIFE_MS = 10_000;
const CLASSIC_STEP = /^Step (\d+\/\d+) : (.*)/;
const BUILDKIT_STEP = /^#\d+ \[(.+? \d+\/\d+)\] (.*)/;
/** What cargo and the build's own scripts say that a person can follow. */
const ACTIVITY = /(?:^|\s)((?:Compiling|Checking|Downloaded|Setting up|Unpacking|warm-up:) ?.*)/;

/**
 * Turns a builder's output into lines worth reading: each step, what the image's own scripts announce, and every ten
 * seconds what is being compiled.
 *
 * @param {(line: string) => void} log
 * @returns {{ line: (text: string) => void, step: () => string, close: () => void }} step: the one that is running
 */
export function openBuildProgress(log) {
  const started = Date.now();
  const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
  let step = 'start';
  let activity = '';
  let count = 0;
  const timer = setInterval(() => {
    if (count === 0) return log(`image: [${elapsed()}] still at ${step}`);
    log(`image: [${elapsed()}] ${activity} (${count} more)`);
    count = 0;
  }, SIGN_OF_LIFE_MS);
  return {
    line(text) {
      const [, number, what] = CLASSIC_STEP.exec(text) ?? BUILDKIT_STEP.exec(text) ?? [];
      if (what !== undefined) {
        step = `step ${number}: ${what.slice(0, 100)}`;
        if (/^(RUN|FROM)/.test(what)) log(`image: [${elapsed()}] ${step}`);
        return;
      }
      const seen = ACTIVITY.exec(text)?.[1];
      if (seen?.startsWith('warm-up:')) return log(`image: [${elapsed()}] ${seen.slice(9, 120)}`);
      if (seen === undefined) return;
      activity = seen.trim().slice(0, 80);
      count++;
    },
    step: () => step,
    close: () => clearInterval(timer),
  };
}
