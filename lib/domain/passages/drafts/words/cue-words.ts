// Words that say what a clause does: a language's table. Each value is a pattern without anchors, alternatives only. Blanks
// are single and apostrophes straight, as `plainText` makes them.
export interface CueWords {
  /** "will", "undertakes to": with a verb of `verbs` after them. */
  will: string;
  may: string;
  willNot: string;
  /** What a participant does when it pledges, in the form that follows the words above. */
  verbs: string;
  /** Words that may come between the two: "also", "together". */
  between: string;
  /** Whole promises, with no other verb: "enverra", "is sending", "announces". */
  wills: string;
  mays: string;
  /** The same negated, and other refusals. */
  refuses: string;
  /** What was done already. */
  done: string;
  /** What others are asked to do, or ought to. */
  asks: string;
  /** Other verbs with a subject of their own. */
  others: string;
  /** "reaffirms": what follows repeats an earlier pledge. */
  repeats: string;
  /** "confirms": the same, where an earlier pledge is known. */
  confirms: string;
  /** "as announced": its clause repeats an earlier pledge. */
  asBefore: string;
  /** "announced in", after what it was: "the 200 soldiers announced in March". */
  announced: string;
  /** Before another verb that continues the last cue: "and", ", ". */
  and: string;
  /** Where a clause may begin. */
  joins: string;
  /** The speaker: "we", "our country". */
  we: string;
  /** A verb form that needs no "we". */
  weForm: string;
  /** The subject of the clause before: "it", "the government". */
  same: string;
  /** Those named last, or in the title: "the two countries". */
  bothOf: string;
  /** "neither", "nor": before a promise they make it a refusal. */
  denies: string;
  /** "perhaps": the clause is a possibility only. */
  perhaps: string;
  /** Those who aren't participants: "partners", "Russia". */
  strangers: string;
  /** After an adjective of nationality, these act for the state: "government". */
  offices: string;
  /** Before a name that is no subject: "to", "against". */
  prepositions: string;
  /** Between two names: "and", ", ". */
  nameJoins: string;
  together: string;
  each: string;
  behalf: string;
  respectively: string;
  /** "since 2022": what was done so far; "but later withdrew it": what was promised once. */
  history: string;
}
