/** What a key is called today: the format has renamed some, and generators misspell others. */
export function currentKey(found: string): string {
  const lower = found.toLowerCase();
  return aliases.get(lower) ?? found;
}

const aliases: ReadonlyMap<string, string> = new Map([
  ["organization.logo.url", "organization.logo"],
  ["organization.technical.url", "organization.guide.technical"],
  ["organization.geography", "organization.geolocation.address"],
  ["organization.socialnetworks.pixelfeld", "organization.socialnetworks.pixelfed"],
  ["organisation.name", "organization.name"],
  ["service.logo.url", "service.logo"],
  ["service.technical.url", "service.guide.technical"],
  // In 2020 this was the name of whoever provides the machine.
  ["host.provider", "host.name"],
]);
