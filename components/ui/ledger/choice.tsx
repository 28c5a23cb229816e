/**
 * One select of a filter: all, or one of the options. Several values from an address become one more option,
 * so that sending the form keeps them.
 */
export function Choice({
  name,
  label,
  all,
  chosen,
  options,
}: {
  name: string;
  label: string;
  /** Words for no choice: "All participants". */
  all: string;
  chosen: readonly string[];
  options: readonly (readonly [value: string, label: string])[];
}) {
  const value = chosen.join(",");
  const known = new Map(options);
  const several = value !== "" && !known.has(value);
  return (
    <select className="input" name={name} defaultValue={value} aria-label={label}>
      <option value="">{all}</option>
      {several ? (
        <option value={value}>{chosen.map((one) => known.get(one) ?? one).join(", ")}</option>
      ) : null}
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </select>
  );
}
