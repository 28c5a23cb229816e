import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

/** On a small screen the columns have numbers alone; here is what they mean. */
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
