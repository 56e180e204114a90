'use client';
import { usePostgresChoice } from '../../page/usePostgresChoice.ts';

/** What a page says before it has heard from its server: what `PLAYGROUND_POSTGRES` begins with by default. */
const firstMajor = 17;

/** The Postgres that the reader has chosen. */
export const useReaderMajor = (): number => usePostgresChoice()?.current?.major ?? firstMajor;

/** Its number, in the middle of a text. */
export const ReaderMajor = () => useReaderMajor();
