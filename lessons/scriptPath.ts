/** The SQL script's name in a lesson's folders; it is beside the project, not in it. */
export const scriptPath = 'script.sql';
