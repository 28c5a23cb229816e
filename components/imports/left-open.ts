/** Chosen in a form for a word that says nothing: an empty value would mean that nothing is chosen. */
export const LEFT_OPEN = "-";
