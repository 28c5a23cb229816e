import { currentAsOf } from "./as-of-href";

/** In a form that leads to another page: keeps the moment that is shown. */
export function AsOfField() {
  const asOf = currentAsOf();
  return asOf === null ? null : <input className="hover:bg-sunken" type="hidden" name="asOf" value={asOf} />;
}
