import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

/** Explains the columns' numbers, which stand without names on a small screen. */
export function PriorityKey() {
  return (
    <p className="key5">
      {PRIORITIES.map((priority) => (
        <span key={priority}>
          <b>{priority}</b>
          {domain(`priority.${priority}`)}
        </span>
      ))}
    </p>
  );
}
