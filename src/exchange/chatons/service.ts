import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { isSpdx } from "../../services/licenses.ts";
import {
  goTogether,
  installTypes,
  loads,
  type Machine,
  providerTypes,
  registrations,
  type ServiceContent,
  type ServiceSoftware,
  serverTypes,
  serviceStatuses,
} from "../../services/service.ts";
import type { FileRefusal, MisreadLine } from "./chatons.ts";
import {
  beginReading,
  type Fields,
  inOrder,
  keepRest,
  type Reading,
  readGroup,
  report,
  takeLines,
  writeGroup,
} from "./fields.ts";
import { address, code, country, day, email, list, text } from "./kinds.ts";
import type { Lines } from "./lines.ts";

type General = Omit<ServiceContent, "name" | "software" | "machine" | "metrics" | "extra"> & {
  readonly name: string | null;
};

// The registration is the one list that the format writes with a capital only.
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const general: Fields<General> = {
  name: ["service.name", text(200)],
  description: ["service.description", text()],
  website: ["service.website", address],
  logo: ["service.logo", address],
  legalUrl: ["service.legal.url", address],
  technicalGuide: ["service.guide.technical", address],
  userGuide: ["service.guide.user", address],
  contactUrl: ["service.contact.url", address],
  contactEmail: ["service.contact.email", email],
  started: ["service.startdate", day],
  ended: ["service.enddate", day],
  status: [
    "service.status.level",
    code(serviceStatuses, undefined, { ON: "ok", MAINTENANCE: "warning", DOWN: "error", OFF: "over", DRAFT: "void" }),
  ],
  statusNote: ["service.status.description", text()],
  registration: ["service.registration", list(code(registrations, capital))],
  load: ["service.registration.load", code(loads)],
  install: ["service.install.type", code(installTypes)],
};

const software: Fields<ServiceSoftware> = {
  name: ["software.name", text(200)],
  website: ["software.website", address],
  license: ["software.license.name", text(200)],
  licenseUrl: ["software.license.url", address],
  version: ["software.version", text(200)],
  sourceUrl: ["software.source.url", address],
  modules: ["software.modules", list(text(200))],
};

const machine: Fields<Machine> = {
  name: ["host.name", text(200)],
  description: ["host.description", text()],
  server: ["host.server.type", code(serverTypes)],
  distribution: ["host.server.distribution", text(200)],
  provider: ["host.provider.type", code(providerTypes)],
  hypervisor: ["host.provider.hypervisor", text(200)],
  countryName: ["host.country.name", text(200)],
  country: ["host.country.code", country],
};

export interface ReadService {
  readonly content: ServiceContent;
  readonly misread: readonly MisreadLine[];
}

/** What a service file says. The figures and all that has no place of its own are kept as they stand. */
export function readService(lines: Lines): Outcome<ReadService, FileRefusal> {
  const reading = beginReading(lines);
  takeLines(reading, /^(file\.(class|protocol|datetime|generator|url)|subs\..+)$/);
  const { name, ...rest } = readGroup(general, reading);
  const content = {
    ...rest,
    software: withLicense(readGroup(software, reading)),
    machine: readGroup(machine, reading),
    metrics: Object.fromEntries(takeLines(reading, /^metrics\./).map(({ key, value }) => [key, value])),
    extra: keepRest(reading),
  };
  if (name === null || name.trim() === "") return refused("name-missing");
  if (!isSpdx(content.software.license)) doubt(lines, reading, "software.license.name", "not-spdx");
  if (!goTogether(content.machine)) doubt(lines, reading, "host.server.type", "not-together");
  return done({ content: { name: name.trim(), ...content }, misread: reading.misread });
}

/** The lines of a service file, without those of the file itself. */
export function writeService(content: ServiceContent): readonly (readonly [string, string])[] {
  const own = [
    ...writeGroup(general, content),
    ...writeGroup(software, content.software),
    ...writeGroup(machine, content.machine),
  ];
  const said = new Set(own.map(([key]) => key));
  const kept = inOrder(content.extra).filter(([key]) => !said.has(key.toLowerCase()));
  return [...own, ...kept, ...inOrder(content.metrics)];
}

// YunoHost names the licence in the address too.
function withLicense(read: ServiceSoftware): ServiceSoftware {
  const id = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(\.html)?$/.exec(read.licenseUrl ?? "")?.[1];
  return read.license === null && id !== undefined ? { ...read, license: id } : read;
}

/** Taken as it is, and reported: the host may want to look at it. */
function doubt({ byKey }: Lines, reading: Reading, key: string, reason: "not-spdx" | "not-together"): void {
  const line = byKey.get(key);
  if (line !== undefined) report(reading, line, reason);
}
