/** An input that a date is typed into. */
export const DATE_INPUT = {
  className: "input text-ellipsis pr-10",
  type: "text",
  autoComplete: "off",
  autoCapitalize: "none",
  spellCheck: false,
  maxLength: 60,
} as const;
