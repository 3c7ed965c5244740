const prefixes =
  /^(?:https:\/\/w3id\.org\/valueflows\/ont\/vf#|http:\/\/www\.ontology-of-units-of-measure\.org\/resource\/om-2\/|https:\/\/w3id\.org\/essaim\/ns#|vf:|om2:|essaim:)/;

/** The short form of what writers of JSON-LD write out in full where their context does not name it: "…/vf#stipulates", "@id", "@value". */
export function plainly(json: unknown): unknown {
  if (Array.isArray(json)) return json.length === 1 ? plainly(json[0]) : json.map(plainly);
  if (typeof json !== "object" || json === null) return json;
  if ("@value" in json) return json["@value"];
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      const name = key.replace(/^@(?=id$|type$)/, "").replace(prefixes, "");
      return [name, name === "type" && typeof value === "string" ? value.replace(prefixes, "") : plainly(value)];
    }),
  );
}
