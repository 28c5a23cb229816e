/** A moment twice: how long ago, and when, with its zone. Both are given in words. */
export function Time({ at, relative, absolute }: { at: string; relative: string; absolute: string }) {
  return (
    <time dateTime={at}>
      <b>{relative}</b>
      <br />
      <span className="muted">{absolute}</span>
    </time>
  );
}
