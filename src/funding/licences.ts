/**
 * Licences by their SPDX ids (https://spdx.org/licenses/): programs under those that the Open Source Initiative approves
 * (column "OSI Approved"); documentation, pictures and data under those that the Free Software Foundation calls free
 * (column "FSF Free/Libre"). Short on purpose: those that the field uses.
 */
export const freeLicences: readonly string[] = [
  ...["AGPL-3.0-only", "AGPL-3.0-or-later", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later"],
  ...["LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-2.0"],
  ...["EUPL-1.1", "EUPL-1.2", "CECILL-2.1", "OSL-3.0", "EPL-2.0", "MS-PL", "MS-RL"],
  ...["Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "AFL-3.0", "Artistic-2.0", "BSL-1.0"],
  ...["NCSA", "PostgreSQL", "UPL-1.0", "Unlicense", "0BSD"],
  ...["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "GFDL-1.3-only", "GFDL-1.3-or-later", "ODbL-1.0"],
];
