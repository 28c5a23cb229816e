/** Its ends, as one compares them; whole for who copies it. */
export function Checksum({ sha256 }: { sha256: string }) {
  return (
    <details>
      <summary className="mono nowrap">{`${sha256.slice(0, 8)} … ${sha256.slice(-8)}`}</summary>
      <code className="break mono">{sha256}</code>
    </details>
  );
}
