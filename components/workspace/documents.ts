/**
 * The SQL script's name among the documents that an editor can show. A colon is not allowed in a file's path, so no
 * file of a project can have this name.
 */
export const scriptDocument = ':script.sql';

/** The library's source: the one file that every project has, and the one that is shown first. */
export const libraryPath = 'src/lib.rs';
