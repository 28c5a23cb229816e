import type { Shared } from "@/components/form/controls";
import { adoptTick } from "@/components/form/typed-early";
import { useFieldErrors } from "@/components/form/field-errors";
import { describedBy } from "@/components/ui/field";
import { errorLook } from "@/components/ui/looks";

interface Props extends Pick<Shared, "label"> {
  seen: boolean;
  onChange: (seen: boolean) => void;
}

/** The user confirms having seen the changes above. */
export function SeenTick({ label, seen, onChange }: Props) {
  const { errors, errorPrefix } = useFieldErrors();
  const error = errors.get("seen");
  return (
    <div className={error ? "field in-error" : "field"}>
      {error ? (
        <p className={errorLook()} id="seen-error">
          <span className="sr-only">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
      <label className="tick items-start gap-2 text-body" htmlFor="seen">
        <input
          type="checkbox"
          className="check hover:bg-sunken"
          id="seen"
          ref={adoptTick(seen, () => onChange(!seen))}
          checked={seen}
          onChange={(event) => onChange(event.target.checked)}
          {...describedBy("seen", { error })}
        />
        {label}
      </label>
    </div>
  );
}
