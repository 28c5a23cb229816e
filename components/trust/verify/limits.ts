/** What the page takes of a package, unpacked: in all, and how many files. */
export const MOST_BYTES = 500_000_000;
export const MOST_PACKAGE_FILES = 1_000;
