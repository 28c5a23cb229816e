import type { CueWords } from "./cue-words";

export const ENGLISH_CUES: CueWords = {
  will: "will|shall|['’]ll|(?:is|are|am) (?:going )?to|intends? to|plans? to|(?:has |have )?(?:decided|agreed|pledged|promised|committed|undertaken) to|pledges? to|promises? to|undertakes? to|agrees? to|commits? (?:itself |ourselves |themselves )?to|(?:is|are) determined to|would",
  may: "could|may|might|can|(?:is|are|am|stands?|remains?|would be) (?:ready|prepared|willing|able) to|hopes? to|wants? to|would like to|offers? to|offered to",
  willNot:
    "will not|won['’]t|shall not|would not|wouldn['’]t|cannot|can['’]t|could not|(?:do|does|did) not (?:intend|plan|wish|want) to|(?:has|have) no (?:plans?|intention) (?:to|of)|(?:is|are) not (?:ready|prepared|willing|able|going|in a position) to|refuses? to|refused to|declines? to|declined to|(?:has|have) decided not to",
  verbs:
    "be (?:sent|provided|delivered|deployed|supplied|donated|transferred|trained|allocated|made available|set aside|added|handed over)|send|provide|deliver|deploy|contribute|supply|donate|give|train|fund|finance|allocate|commit|earmark|transfer|host|lead|offer|station|make available|make|set aside|join|take part|participate|pay|invest|spend|ship|hand over|dispatch|dedicate|devote|assign|place|put|base|equip|build|produce|share|open|cover|second|support|help|field|mobilise|mobilize|extend|add|increase|double|coordinate|continue to (?:provide|supply|train|deliver|fund|support|host|share)",
  between:
    "also|each|both|all|together|jointly|now|then|further|additionally|in addition|soon|again|itself|themselves|ourselves|only|first|immediately|\\p{L}+ly",
  wills:
    "(?:is|are|am) (?:now |also )?(?:sending|providing|delivering|deploying|contributing|supplying|donating|giving|allocating|committing|earmarking|transferring|setting aside|making available)|(?:announce|pledge|commit|promise|offer|contribute|earmark|allocate|donate|provide|send)s|(?:has |have )?(?:announced|pledged|committed|promised|offered|earmarked|allocated|set aside)",
  mays: "(?:is|are) (?:considering|examining|exploring|weighing|open to)|considers?",
  refuses: "rules? out|ruled out|(?:sends?|deploys?|provides?|offers?|contributes?) no",
  done: "(?:has |have |had )?(?:already )?(?:delivered|sent|provided|trained|donated|deployed|supplied|transferred|handed over|spent|given|gave|contributed|received)",
  asks: "calls? (?:up)?on|called (?:up)?on|urges?|urged|asks?|asked|invites?|invited|encourages?|appeals? to|expects?|should|must|ought to|needs? to|hopes? that|wishes",
  repeats:
    "reaffirm(?:s|ed)?|reiterate[sd]?|recall(?:s|ed)?|repeat(?:s|ed)?|stands? by|confirm(?:s|ed) (?:its|their|our|the) (?:pledge|commitment|offer|promise)s?|remains? committed to",
  asBefore:
    "as (?:already |previously )?(?:announced|pledged|promised|stated|declared|agreed|said)|(?:already|previously|earlier) (?:announced|pledged|promised)|(?:announced|pledged|promised) (?:in|on|at|last|earlier)",
  and: ",? and (?:also |then |to )?|, (?:also |then )?|; |or (?:to )?",
  we: "we|our (?:country|government|nation|armed forces)|I|my (?:country|government)",
  same: "it|they|she|he|the (?:government|ministry|minister|prime minister|president|country|two countries)",
  offices:
    "government|cabinet|parliament|army|navy|air force|armed forces|ministry|minister|prime minister|president|chancellor|defen[cs]e|foreign|side|delegation|contribution|contingent|forces|federal",
  prepositions:
    "in|to|for|of|against|from|with|between|near|at|on|by|into|towards|over|alongside|like|including",
  together: "together|jointly",
  behalf: "on behalf of|in the name of",
  respectively: "respectively",
};
