/** Whether this is a licence by its SPDX id, or an expression of such ids, as far as we know them; null says nothing wrong. */
export function isSpdx(license: string | null): boolean {
  if (license === null) return true;
  const words = license.replaceAll(/[()]/g, " ").trim().split(/\s+/);
  return (
    words.length % 2 === 1 &&
    words.every((word, index) => (index % 2 === 0 ? isId(word) : /^(AND|OR|WITH)$/.test(word)))
  );
}

const isId = (word: string) => ids.has(word.replace(/\+$/, "").toLowerCase()) || word.startsWith("LicenseRef-");

const family = (name: string) => ["", "-only", "-or-later"].map((end) => name + end);

/** The licences of the software that hosts run; the whole list has hundreds that nobody meets here. */
const ids: ReadonlySet<string> = new Set(
  [
    ...["AGPL-3.0", "AGPL-1.0", "GPL-1.0", "GPL-2.0", "GPL-3.0", "LGPL-2.0", "LGPL-2.1", "LGPL-3.0"].flatMap(family),
    ...["GFDL-1.2", "GFDL-1.3"].flatMap(family),
    ...["0BSD", "AFL-3.0", "Apache-1.1", "Apache-2.0", "Artistic-1.0", "Artistic-2.0", "BSD-2-Clause", "BSD-3-Clause"],
    ...["BSD-4-Clause", "BSL-1.0", "BUSL-1.1", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-NC-SA-4.0", "CC-BY-SA-3.0"],
    ...["CC-BY-SA-4.0", "CC0-1.0", "CDDL-1.0", "CDDL-1.1", "CECILL-1.0", "CECILL-2.0", "CECILL-2.1", "CECILL-B"],
    ...["CECILL-C", "CPAL-1.0", "ECL-2.0", "EPL-1.0", "EPL-2.0", "EUPL-1.0", "EUPL-1.1", "EUPL-1.2", "Elastic-2.0"],
    ...["ISC", "LPL-1.02", "MIT", "MIT-0", "MPL-1.1", "MPL-2.0", "MS-PL", "NCSA", "ODbL-1.0", "OFL-1.1", "OSL-3.0"],
    ...["OpenSSL", "PHP-3.0", "PHP-3.01", "PostgreSQL", "Python-2.0", "Ruby", "SSPL-1.0", "Sleepycat", "UPL-1.0"],
    ...["Unlicense", "Vim", "W3C", "WTFPL", "Zlib", "ZPL-2.1"],
    ...["Classpath-exception-2.0", "GCC-exception-3.1", "Linux-syscall-note", "LLVM-exception"],
  ].map((id) => id.toLowerCase()),
);
