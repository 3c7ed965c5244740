/** What a host runs and where it can be used: one piece of software at one address. What is proposed to whom is an offer. */
export interface ServiceContent {
  readonly name: string;
  readonly description: string | null;
  readonly website: string | null;
  readonly logo: string | null;
  readonly legalUrl: string | null;
  readonly technicalGuide: string | null;
  readonly userGuide: string | null;
  readonly contactUrl: string | null;
  readonly contactEmail: string | null;
  /** "2021-03-15". */
  readonly started: string | null;
  readonly ended: string | null;
  readonly status: ServiceStatus | null;
  readonly statusNote: string | null;
  /** Who may use it: several when it depends on what for. */
  readonly registration: readonly Registration[];
  /** Whether it takes new accounts. */
  readonly load: "open" | "full" | null;
  /** How it was installed. */
  readonly install: InstallType | null;
  readonly software: ServiceSoftware;
  readonly machine: Machine;
  /** Figures, by the name under which others publish them: `metrics.http.visits.humans.2021.months`. Never interpreted. */
  readonly metrics: Readonly<Record<string, string>>;
  /** What an import brought and this model has no place for, by its name there; kept and written back. */
  readonly extra: Readonly<Record<string, string>>;
}

export interface ServiceSoftware {
  readonly name: string | null;
  readonly website: string | null;
  /** SPDX, where the host wrote it so. */
  readonly license: string | null;
  readonly licenseUrl: string | null;
  readonly version: string | null;
  readonly sourceUrl: string | null;
  readonly modules: readonly string[];
}

/** What it runs on, and with whom. */
export interface Machine {
  readonly name: string | null;
  readonly description: string | null;
  readonly server: ServerType | null;
  readonly distribution: string | null;
  readonly provider: ProviderType | null;
  readonly hypervisor: string | null;
  readonly countryName: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

export const serviceStatuses = ["ok", "warning", "alert", "error", "over", "void"] as const;
type ServiceStatus = (typeof serviceStatuses)[number];

/** none: usable without; free: open to all; member: for a circle; client: with an invoice. */
export const registrations = ["none", "free", "member", "client"] as const;
export type Registration = (typeof registrations)[number];

export const loads = ["open", "full"] as const;

export const installTypes = [
  "distribution",
  "provider",
  "package",
  "tooling",
  "clonerepo",
  "archive",
  "sources",
  "container",
] as const;
type InstallType = (typeof installTypes)[number];

export const serverTypes = ["nano", "physical", "virtual", "shared", "cloud"] as const;
type ServerType = (typeof serverTypes)[number];

export const providerTypes = ["home", "hostedbay", "hostedserver", "outsourced"] as const;
type ProviderType = (typeof providerTypes)[number];

/** A service as the site keeps it. */
export interface Service {
  readonly id: string;
  /** Its name in addresses and files. */
  readonly slug: string;
  readonly position: number;
  readonly content: ServiceContent;
  /** The id of the offer that proposes it, if one does. */
  readonly offer: string | null;
  /** The address it was imported from. */
  readonly source: string | null;
  readonly created: Date;
  readonly changed: Date;
}

const serversOf: Readonly<Record<ProviderType, readonly ServerType[]>> = {
  home: serverTypes,
  hostedbay: serverTypes,
  hostedserver: ["physical", "virtual", "shared", "cloud"],
  outsourced: ["virtual", "shared", "cloud"],
};

/** Whether a provider can have such a server: nobody rents a Raspberry Pi in a cloud. */
export function goTogether({ provider, server }: Pick<Machine, "provider" | "server">): boolean {
  return provider === null || server === null || serversOf[provider].includes(server);
}

export const noSoftware: ServiceSoftware = {
  name: null,
  website: null,
  license: null,
  licenseUrl: null,
  version: null,
  sourceUrl: null,
  modules: [],
};

export const noMachine: Machine = {
  name: null,
  description: null,
  server: null,
  distribution: null,
  provider: null,
  hypervisor: null,
  countryName: null,
  country: null,
};
