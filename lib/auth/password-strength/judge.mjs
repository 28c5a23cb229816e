// Judges how soon a password would be guessed. Runs as a worker thread: a long password takes a while, and the
// dictionaries take memory, which ends with the thread.
import { parentPort } from "node:worker_threads";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as english from "@zxcvbn-ts/language-en";
import * as french from "@zxcvbn-ts/language-fr";
import { OWN_WORDS, ukrainianKeyboard } from "./own-words.mjs";

/** A guesser who stole the hashes and makes 1,000 guesses a second at one of them takes four months on average. */
const ENOUGH_GUESSES = 1e10;
/** Characters that are judged: more can only make a password stronger. */
const MOST_JUDGED = 48;
/** How many ways to read digits and signs as letters are tried: a text with more of them takes a second. */
const MOST_SPELLINGS = 16;

const { qwerty } = common.adjacencyGraphs;
const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary, ...french.dictionary, own: OWN_WORDS },
  graphs: { ...common.adjacencyGraphs, ukrainian: ukrainianKeyboard(qwerty) },
  maxLength: MOST_JUDGED,
  l33tMaxSubstitutions: MOST_SPELLINGS,
});

parentPort?.on("message", ({ id, asked: { password, words } }) =>
  parentPort?.postMessage({ id, answer: faultIn(String(password), words) }),
);

/**
 * The code of the part that is guessed first; null if the password is good enough.
 * @param {string} password
 * @param {string[]} words of the person and the register
 * @returns {string | null}
 */
function faultIn(password, words) {
  const { guesses, sequence } = zxcvbn.check(password, words);
  if (guesses >= ENOUGH_GUESSES) return null;
  /** @type {Map<string, number>} */
  const letters = new Map();
  for (const match of sequence) {
    const fault = faultOf(match);
    if (fault !== null) letters.set(fault, (letters.get(fault) ?? 0) + match.token.length);
  }
  const [worst] = [...letters].sort(([, a], [, b]) => b - a);
  return worst?.[0] ?? "password-common";
}

/** @param {import("@zxcvbn-ts/core").Match} match @returns {string | null} */
function faultOf({ pattern, dictionaryName }) {
  switch (pattern) {
    case "dictionary":
      return OWN.includes(dictionaryName) ? "password-own-words" : "password-common";
    case "spatial":
    case "sequence":
    case "wordSequence":
      return "password-in-order";
    case "repeat":
      return "password-repeats";
    case "date":
    case "regex":
      return "password-dates";
    default:
      return null;
  }
}

const OWN = ["own", "userInputs"];
