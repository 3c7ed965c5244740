import type { Page } from "./chatons.ts";

/** What a generated file is expected to leave in the report, by its path. */
export interface Expected {
  readonly path: string;
  /** Line, key and reason of each line that is not understood. */
  readonly odd: readonly (readonly [line: number, key: string, reason: string])[];
}

/**
 * A host's whole directory: its own file and 199 services. All synthetic, after the documentation of the format; each
 * has one of the irregularities that files of this format are known for.
 */
export function directory(origin: string): {
  readonly pages: Map<string, Page>;
  readonly services: readonly Expected[];
} {
  const services = Array.from({ length: 199 }, (_, i) => serviceOf(i));
  const pages = new Map<string, Page>(services.map(({ path, text }) => [path, text]));
  const subs = services.map(({ path }, i) => `subs.s_${i}  ${i % 2 ? "=" : " = "}${quoted(origin + path, i)}`);
  pages.set(
    "/organization.properties",
    [
      "\uFEFF# [File]",
      "FILE.Class=organization",
      "organization.name='Les Cornichons'",
      "organization.startDate=",
      ...subs,
    ].join("\r\n"),
  );
  return { pages, services };
}

const quoted = (text: string, i: number) => [text, `'${text}'`, `"${text}"`][i % 3];

function serviceOf(i: number): Expected & { readonly text: string } {
  const [lines, odd] = kinds[i % kinds.length] as Kind;
  const first = [`# Service ${i}`, `service.name = Service n° ${i}`, "software.name = Nextcloud"];
  const folder = i % 2 === 0 ? ".well_known" : ".well-known";
  const text = [...first, ...lines].join(i % 2 === 0 ? "\n" : "\r\n");
  return {
    path: `/${folder}/chatonsinfos/app-${i}.properties`,
    text,
    odd: odd.map(([line, ...rest]) => [line + 3, ...rest]),
  };
}

type Kind = readonly [lines: readonly string[], odd: Expected["odd"]];

const kinds: readonly Kind[] = [
  [["file.class = Service", "file.datetime = 2020-07-06T14:23:20", "service.startdate = 06/07/2020"], []],
  [["service.startdate = 2020-07-06T14:23:20", "service.enddate = 2021-7-6"], []],
  [["service.startdate = hier"], [[1, "service.startdate", "not-a-day"]]],
  [["service.registration = None;Free , Member", "service.registration.load = open"], []],
  [["service.registration = Everyone"], [[1, "service.registration", "unknown-code"]]],
  [["service.status.level = ON", "service.install.type = Distribution"], []],
  [["service.status.level = FINE"], [[1, "service.status.level", "unknown-code"]]],
  [["SERVICE.Website = https://a.example/?a=b&c=d", "service.contact.email = a@a.example"], []],
  [["service.website = a.example"], [[1, "service.website", "not-an-address"]]],
  [["service.contact.email = nobody"], [[1, "service.contact.email", "not-an-email"]]],
  [
    [
      "software.license.name = AGPL-3.0-or-later",
      "software.license.url = https://spdx.org/licenses/AGPL-3.0-or-later.html",
    ],
    [],
  ],
  [["software.license.name = Libre"], [[1, "software.license.name", "not-spdx"]]],
  [["host.provider = OVH", "host.server.type = virtual", "host.provider.type = outsourced"], []],
  [["host.server.type = NANO", "host.provider.type = OUTSOURCED"], [[1, "host.server.type", "not-together"]]],
  [["host.country.code = France"], [[1, "host.country.code", "unknown-code"]]],
  [["metrics.http.visits.humans.2021.months=,73,33,10", "metrics.made.up.2021.days=1,,2"], []],
  [
    ["service.description = Le cloud de l\\'asso", "service.description = encore"],
    [[2, "service.description", "said-twice"]],
  ],
  [
    ["service.couleur = vert", "vendor.x = 'y'"],
    [
      [1, "service.couleur", "unknown-field"],
      [2, "vendor.x", "unknown-field"],
    ],
  ],
  [["this says nothing"], [[1, "this says nothing", "no-equals-sign"]]],
  [
    ["= nothing", "name = x"],
    [
      [1, "", "malformed-key"],
      [2, "name", "malformed-key"],
    ],
  ],
  [["service.description = a\u0007b"], [[1, "service.description", "control-characters"]]],
  [["", "   # a remark", "#", "service.logo =", "software.modules = a;b, c"], []],
];
