/** Keeps the last answer for as long as it would follow from the very same objects. */
export function rememberingLast<Given extends readonly unknown[], T>(
  work: (...given: Given) => T,
): (...given: Given) => T {
  let last: { given: Given; answer: T } | null = null;
  return (...given) => {
    if (!last || last.given.some((one, index) => one !== given[index]))
      last = { given, answer: work(...given) };
    return last.answer;
  };
}
