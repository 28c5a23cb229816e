/**
 * The version of the rules by which unresolved items follow from the records. Raised with each change that gives
 * existing records other items, or puts right items that were stored wrongly: a build with a higher one derives the stored items again, once, after its first start.
 */
export const DERIVATION_VERSION = 2;
