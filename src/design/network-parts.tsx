import { drawNetwork } from "../partnerships/network.ts";
import { NetworkPicture } from "../partnerships/network-parts.tsx";
import { Emblem } from "../web/icon.tsx";
import { words } from "./reading-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** Who works with whom: drawn, and as the list of one host. */
export function NetworkSample({ frame }: Pick<SamplesProps, "frame">) {
  const { language } = frame;
  const word = words[language].network;
  const names = ["La Pomme du voisin", "Le Rucher", "La Loutre", "Le Verger des communs"];
  const hosts = new Map(
    names.map((name, at) => [String(at), { own: at === 0, origin: `https://h${at}.example`, name }]),
  );
  const ties = [1, 2, 3].map((other) => ({ one: "0", other: String(other) }));
  const network = drawNetwork([...ties, { one: "1", other: "2" }]);
  return (
    <Sample title={word.title} text={word.text} frame={frame} id="network" sheets={["network"]}>
      <NetworkPicture {...{ network, hosts, language }} hrefOf={() => "#network"} />
      <ul class="partners gap-above">
        <li>
          <Emblem address="h1.example" size={44} />
          <p>
            <a href="#network">
              <strong>Le Rucher</strong>
            </a>{" "}
            · {word.kind}
          </p>
        </li>
      </ul>
    </Sample>
  );
}
