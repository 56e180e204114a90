const look = 'rounded text-pg underline decoration-from-font underline-offset-2';

/** What a link's project can be taken home as. */
export function LinkDownloads({ id }: { id: string }) {
  const path = `/api/v1/snippets/${id}`;
  return (
    <span className="whitespace-nowrap">
      Download{' '}
      <a className={look} href={`${path}/archive?format=tar.gz`} download>
        tar.gz
      </a>{' '}
      ·{' '}
      <a className={look} href={`${path}/archive?format=zip`} download>
        zip
      </a>{' '}
      ·{' '}
      <a className={look} href={`${path}/file?path=src/lib.rs`} download>
        lib.rs
      </a>
    </span>
  );
}
