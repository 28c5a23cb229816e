/** A button, or a link that looks like one: `primary`, `plain`, `danger`, `large`, `full`, and utilities. */
export const buttonLook = (more = ""): string => `button ${more}`.trimEnd();

const TONES: Readonly<Record<string, string>> = {
  done: "border-l-done bg-done-tint",
  blocked: "border-l-blocked bg-blocked-tint",
};

/** A box that says something about the page: `done`, `blocked`, and utilities. */
export const noticeLook = (more = ""): string =>
  ["notice", ...more.split(" ").map((one) => TONES[one] ?? one)].join(" ").trimEnd();
