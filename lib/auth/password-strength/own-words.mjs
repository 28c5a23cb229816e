// Words that an attacker of this register tries first, in addition to the dictionaries, which have no
// Ukrainian.

const ENGLISH = `register pledge pledges ministry minister defence defense security guarantee guarantees coalition willing
  ceasefire deterrent force forces support government parliament official officer manager auditor administrator desk
  sealed evidence ukraine ukrainian kyiv kiev slava ukraini slavaukraini heroyam zelensky zelenskyy nato europe european
  welcome changeme letmein temporary default`;
const FRENCH = `registre promesse promesses engagement ministere ministère défense securite sécurité garantie garanties
  coalition volontaires cessez-le-feu gouvernement bienvenue motdepasse`;
const UKRAINIAN = `реєстр обіцянка обіцянки зобов'язання міністерство оборона безпека гарантія гарантії коаліція рішучих
  припинення вогню україна українець київ слава україні героям зсу перемога зеленський пароль привіт вітаю кохання
  сонечко любов дитина мама тато адміністратор ласкаво просимо`;

/** Keys of the Latin layout, and those in the same places of the Ukrainian one. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = "йцукенгшщзхїфівапролджєячсмитьбю";

/** Well-known examples of good passwords, and therefore bad ones. */
const EXAMPLES = ["correct horse battery staple", "correcthorsebatterystaple", "trustno1"];

const split = (/** @type {string} */ text) => text.split(/\s+/).filter((word) => word !== "");

/** What a Ukrainian word becomes on a keyboard set to Latin: people type one and remember the other. */
const onLatinKeys = (/** @type {string} */ word) =>
  [...word].map((letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter).join("");

const ukrainian = split(UKRAINIAN);

export const OWN_WORDS = [
  ...new Set([...EXAMPLES, ...split(ENGLISH), ...split(FRENCH), ...ukrainian, ...ukrainian.map(onLatinKeys)]),
];

/** @typedef {Record<string, (string | null)[]>} Keyboard which keys are next to a key, each with its shifted letter */

/**
 * The Ukrainian keyboard, from the Latin one.
 * @param {Keyboard} qwerty
 * @returns {Keyboard}
 */
export function ukrainianKeyboard(qwerty) {
  const turn = (/** @type {string} */ key) => {
    const letter = CYRILLIC[LATIN.indexOf(key)];
    return letter ?? CYRILLIC[LATIN.indexOf(key.toLowerCase())]?.toUpperCase() ?? key;
  };
  const turned = (/** @type {string | null} */ keys) => (keys === null ? null : [...keys].map(turn).join(""));
  return Object.fromEntries(Object.entries(qwerty).map(([key, near]) => [turn(key), near.map(turned)]));
}
