const BUTTONS = ["primary", "plain", "danger", "large", "full"];

/** A button, or a link that looks like one: `primary`, `plain`, `danger`, `large`, `full`, and utilities. */
export const buttonLook = (more = ""): string =>
  ["button", ...more.split(" ").map((one) => (BUTTONS.includes(one) ? `button-${one}` : one))]
    .join(" ")
    .trimEnd();

const TONES: Readonly<Record<string, string>> = {
  done: "border-l-done bg-done-tint",
  blocked: "border-l-blocked bg-blocked-tint",
};

/** A box that says something about the page: `done`, `blocked`, and utilities. */
export const noticeLook = (more = ""): string =>
  ["notice", ...more.split(" ").map((one) => TONES[one] ?? one)].join(" ").trimEnd();

/** Text that is read letter by letter. */
export const codeLook = (more = ""): string => `font-mono text-code tracking-code ${more}`.trimEnd();

/** The name of a record: FR-3-001. */
export const referenceLook = (more = ""): string => codeLook(`font-medium whitespace-nowrap ${more}`);

/** The sentences below a page's title. */
export const leadLook = (more = ""): string => `lead ${more}`.trimEnd();

/** What is wrong with a field, in the words of the summary. */
export const errorLook = (more = ""): string => `errmsg ${more}`.trimEnd();
