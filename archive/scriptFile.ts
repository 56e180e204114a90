/** The script beside a project, as it is named in an archive. */
export const scriptFile = 'script.sql';
