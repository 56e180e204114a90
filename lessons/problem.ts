/** What is wrong with a lesson, for its author. Lines count from 1; what is wrong with a folder is told of its line 1. */
export interface LessonProblem {
  file: string;
  line: number;
  message: string;
}

/** Takes a problem of one file. */
export type Report = (line: number, message: string) => void;

/** As compilers say it, so that editors find the place. */
export function problemLine({ file, line, message }: LessonProblem): string {
  return `${file}:${line}: ${message}`;
}
