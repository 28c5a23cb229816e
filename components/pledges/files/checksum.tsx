import { codeLook } from "@/components/ui/looks";
/** Shows both ends, which is what people compare; holds the whole hash for copying. */
export function Checksum({ sha256 }: { sha256: string }) {
  return (
    <details>
      <summary
        className={codeLook("whitespace-nowrap")}
      >{`${sha256.slice(0, 8)} … ${sha256.slice(-8)}`}</summary>
      <code className={codeLook("wrap-anywhere break-all")}>{sha256}</code>
    </details>
  );
}
