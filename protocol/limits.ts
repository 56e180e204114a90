/**
 * Sizes, counts and times that both ends of the wire know, so that the page can say no before the server must.
 * Lengths of text are in UTF-16 code units unless a name says bytes; times are in milliseconds.
 */
export const limits = {
  /** All files of a project together; the size that a shared snippet may have as well. */
  projectBytes: 256 * 1024,
  files: 32,
  /** A path inside the project. ext4 and tmpfs allow 255 bytes a component; nobody types that many. */
  pathLength: 128,
  /** A Cargo.toml. Those of crates with a thousand features have half of it; to read so much takes the server some 5 ms. */
  manifestLength: 64 * 1024,
  /** The SQL script of one run. */
  sqlBytes: 64 * 1024,
  /** A project's title, and what its author says of it when it is shared. */
  titleLength: 120,
  descriptionLength: 2_000,
  /** Of a snippet's ancestors so many are told. */
  snippetParents: 20,
  /** The recorded events that are kept with a shared snippet, as JSON. */
  recordedBytes: 1024 * 1024,
  /** One frame from the page: a whole project as JSON, in which each byte may be escaped, and the envelope. */
  clientFrameBytes: 1024 * 1024,
  /** Levels of lists and objects in each other in one frame: a project has 4, what is asked of the language server some 12. */
  clientFrameDepth: 32,
  /** Values in one frame: a project with all its tests named has 600, an item of a completion some hundred. */
  clientFrameValues: 10_000,
  /** Runs in containers of their own that a session may have under way at once on one Postgres. */
  ownContainerRuns: 2,
  /** Connections to Postgres that a session may have open beside its runs. */
  connections: 6,
  /** One source of a crate or of the standard library; the longest of std's has 500 KB, bindings of Postgres more. */
  sourceLength: 4 * 1024 * 1024,
  /** One answer of the language server, as JSON. */
  languageAnswerBytes: 2 * 1024 * 1024,
  /** What the page may have asked the language server and not been answered. */
  languageOpenRequests: 64,
  /** One key press or one paste into the psql terminal. */
  terminalInput: 16 * 1024,
  terminalColumns: 500,
  terminalRows: 200,
  /** Rows and columns kept of one result; what is over is counted, not sent. */
  resultRows: 1000,
  resultColumns: 100,
  /** One value of a result; a longer one is cut. */
  valueLength: 8 * 1024,
  /** All values of one result. */
  resultBytes: 512 * 1024,
  /** One text field of an event: a log line, a message, a rendered diagnostic. */
  textLength: 16 * 1024,
  /** The generated SQL of an extension, in an `extension` event. */
  generatedSqlLength: 256 * 1024,
  /** Tests, regression files or benchmarks that one run may have, and the length of one's name. */
  tests: 500,
  testNameLength: 300,
  /** Notices that are kept of one test. */
  testNotices: 50,
  /** The output of one regression file. */
  regressOutput: 128 * 1024,
  /** Everything that one run may say; after it the run ends with `limit`. */
  runBytes: 4 * 1024 * 1024,
  /** The page and the server ask each other for a sign of life this often. */
  heartbeatMs: 15_000,
} as const;
