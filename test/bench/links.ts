import { linkLines } from './linkLines.ts';
import { measureLinks } from './measure/measureLinks.ts';
import { table } from './report.ts';

/** The part of the bench that is about links, by itself: `node test/bench/links.ts [seconds]`. */
console.log(table(linkLines(await measureLinks(Number(process.argv[2] ?? 5), 500))));
