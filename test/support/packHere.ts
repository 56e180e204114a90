import { packProject } from '../../archive/packProject.ts';
import { ok } from '../../protocol/result.ts';

/** Packs a project on the test's own thread. */
export const packHere = async (given: Parameters<typeof packProject>) => ok(await packProject(...given));
