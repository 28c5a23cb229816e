import { ALL_PLEDGES, type Chosen } from "./chosen";

interface Props {
  /** What it selects; "all": every pledge of its table that can be selected. */
  pledges: readonly Chosen[] | typeof ALL_PLEDGES;
  label: string;
}

/** The bulk bar of the page listens to it; without a script it isn't shown. */
export const Tick = ({ pledges, label }: Props) => (
  <input
    type="checkbox"
    className="check"
    data-many={
      pledges === ALL_PLEDGES
        ? pledges
        : pledges.map(({ reference, version }) => `${reference}@${String(version)}`).join(" ")
    }
    aria-label={label}
    autoComplete="off"
  />
);
